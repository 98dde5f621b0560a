-- Ratios that are odd: outside a documented band, or far from those of other departments of the same year.
with peers as (
    select report_id, {{ peer_group('department_name', 'report_id') }} as peer_group from {{ ref('stg_reports') }}
),

sides as (
    select
        o.rule_id, o.kind, o.pair, o.role, v.*,
        row_number() over (partition by o.rule_id, o.pair, o.role, v.report_id order by o.choice) as rank
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o
        on v.concept = o.concept and o.kind in ('odd_structure', 'peer_outlier') and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place = 'all' and v.is_report_year and v.org_scope = 'department' and v.fund_key = '' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

ratios as (
    select
        p.rule_id, p.kind, p.pair, p.report_id, p.fiscal_year, p.concept, w.concept as base_concept, w.base_unit = p.base_unit as is_share, k.peer_group,
        -- a share in percent, or yuan a head, to two decimals
        case when w.base_unit = p.base_unit then {{ percent_of('p.value_base', 'w.value_base') }}
             else try_cast({{ percent_of('p.value_base', 'w.value_base') }} * 0.01 as decimal(18, 2)) end as ratio,
        [{{ operand_of('part', 'p') }}, {{ operand_of('whole', 'w') }}] as operands
    from sides as p
    inner join sides as w on p.rule_id = w.rule_id and p.pair = w.pair and p.report_id = w.report_id and p.role = 'part' and w.role = 'whole' and p.rank = 1 and w.rank = 1
    inner join peers as k on p.report_id = k.report_id
    -- a part stated with two values is still judged, by the first: oddness is no matter of the last digits
    where w.agrees and w.value_base > 0 and p.value_base >= 0
),

medians as (
    select *, quantile_disc(abs(ratio - median_ratio), 0.5) over peers as spread
    from (
        select *, quantile_disc(ratio, 0.5) over peers as median_ratio, count(*) over peers - 1 as peer_count
        from ratios
        window peers as (partition by rule_id, pair, fiscal_year, peer_group)
    )
    window peers as (partition by rule_id, pair, fiscal_year, peer_group)
),

limits as (
    select
        rule_id,
        max(cast(value as decimal(12, 2))) filter (name = 'min_peers') as min_peers,
        max(cast(value as decimal(12, 2))) filter (name = 'robust_z') as robust_z
    from {{ ref('rule_parameters') }} group by rule_id
),

bands as (
    select rule_id, cast(regexp_extract(name, '^pair_(\d+)_', 1) as integer) as pair,
        max(try_cast(value as decimal(18, 2))) filter (name like '%_low') as low, max(try_cast(value as decimal(18, 2))) filter (name like '%_high') as high
    from {{ ref('rule_parameters') }} where starts_with(name, 'pair_')
    group by all
),

judged as (
    select
        m.*, b.low, b.high,
        case
            when coalesce(m.ratio > b.high, false) then 'above_band'
            when coalesce(m.ratio < b.low, false) then 'below_band'
            -- 0.6745 x distance / median distance: the usual robust z
            when m.peer_count >= l.min_peers and m.spread > 0 and abs(m.ratio - m.median_ratio) * 0.6745 > l.robust_z * m.spread then 'outlier'
            when m.kind = 'peer_outlier' and m.peer_count < l.min_peers then 'too_few_peers'
            else 'within'
        end as why
    from medians as m
    left join limits as l on m.rule_id = l.rule_id
    left join bands as b on m.rule_id = b.rule_id and m.pair = b.pair
)

select
    report_id, rule_id, {{ instance_name(['concept', 'base_concept']) }} as instance,
    case why when 'within' then 'pass' when 'too_few_peers' then 'not_run' else 'weakness' end as outcome, cast(null as varchar) as severity, why as reason,
    try_cast(case why when 'above_band' then high when 'below_band' then low when 'outlier' then median_ratio end as decimal(20, 6)) as expected,
    try_cast(ratio as decimal(20, 6)) as actual,
    try_cast(ratio - case why when 'above_band' then high when 'below_band' then low when 'outlier' then median_ratio end as decimal(20, 6)) as difference,
    cast(null as decimal(20, 6)) as tolerance, case when is_share then 'percent' else 'yuan' end as base_unit,
    case when why = 'too_few_peers' then ['peers'] else cast([] as varchar[]) end as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from judged
