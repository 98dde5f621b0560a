-- What is usual: each ratio over departments of one kind, level and year.
select
    concat_ws('/', department_type, region_level, cast(fiscal_year as varchar), ratio) as benchmark_id,
    department_type, region_level, fiscal_year, ratio,
    count(*) as departments,
    cast(quantile_cont(value_pct, 0.25) as decimal(18, 2)) as lower_quartile_pct,
    cast(median(value_pct) as decimal(18, 2)) as median_pct,
    cast(quantile_cont(value_pct, 0.75) as decimal(18, 2)) as upper_quartile_pct,
    count(*) filter (abs(robust_z) > 3.5) as far_out
from {{ ref('mart_peer_distance') }}
group by department_type, region_level, fiscal_year, ratio
