-- What is usual: each ratio over departments of one kind, level and year.
select
    concat_ws('/', department_type, region_level, cast(fiscal_year as varchar), ratio) as benchmark_id,
    department_type, region_level, fiscal_year, ratio,
    count(*) as departments,
    {{ middle('quantile_cont(value, 0.25)', 'value_pct') }} as lower_quartile_pct,
    {{ middle('median(value)', 'value_pct') }} as median_pct,
    {{ middle('quantile_cont(value, 0.75)', 'value_pct') }} as upper_quartile_pct,
    count(*) filter (abs(robust_z) > 3.5) as far_out
from {{ ref('mart_peer_distance') }}
group by department_type, region_level, fiscal_year, ratio
