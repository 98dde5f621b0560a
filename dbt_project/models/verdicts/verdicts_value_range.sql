-- Numbers on their own: no amount below zero where none can be, no share outside 0 to 100, no completion of a zero budget.
with bounded as (
    select a.*, r.rule_id, cast(0 as decimal(20, 6)) as low, cast(null as decimal(20, 6)) as high
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('concepts') }} as c on a.concept = c.id and c.sign like '≥0%'
    cross join ({{ rules_of(['not_negative']) }}) as r
    where a.measure = 'level' and a.base_unit in ('yuan', 'persons', 'count')

    union all

    select a.*, r.rule_id, cast(0 as decimal(20, 6)) as low,
        case when a.measure = 'completion_rate' then null else cast(100 as decimal(20, 6)) end as high
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['percent_range']) }}) as r
    where a.base_unit = 'percent' and (a.measure in ('share', 'completion_rate') or exists (
        select 1 from {{ ref('stg_rule_operands') }} as o where o.rule_id = r.rule_id and o.role = 'bounded' and o.concept = a.concept and a.measure = 'level'
    ))
),

marked as (
    select *, value_base < low or coalesce(value_base > high, false) as outside
    from bounded
),

grouped as (
    select
        report_id, rule_id, outside,
        case when outside then concat_ws('/', concept, nullif(measure, 'level'), nullif(stage_key, 'none'), nullif(org_scope, 'department')) else 'report' end as instance,
        min(base_unit) as base_unit, min(value_base) as actual,
        case when min(value_base) < 0 then min(low) else max(high) end as expected,
        count(*) as numbers,
        -- a pass names the first few of what it looked at
        list_transform(list_slice(list_sort(list(struct_pack(char_start := char_start, figure_id := figure_id,
            operand := {{ operand("'number'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}))), 1, 3), lambda x: x.operand) as operands
    from marked
    group by all
),

zero_bases as (
    select
        c.report_id, r.rule_id, c.figure_id, any_value(c.concept) as concept, any_value(c.base_unit) as base_unit, any_value(c.value_base) as actual,
        bool_or(c.denominator.value_base > 0) as has_base, bool_or(c.denominator.value_base = 0) as has_zero,
        min_by(c.denominator, (c.denominator.value_base, c.denominator.figure_id)) as base, any_value({{ operand_of('stated', 'c') }}) as stated
    from {{ ref('int_ratio_candidates') }} as c
    cross join ({{ rules_of(['zero_base']) }}) as r
    where c.measure = 'completion_rate' and c.denominator_id is not null
    group by all
)

select
    report_id, rule_id, instance, case when outside then 'contradiction' else 'pass' end as outcome, cast(null as varchar) as severity,
    case when outside then 'outside_range' else 'within' end as reason,
    case when outside then expected end as expected, case when outside then actual end as actual,
    case when outside then try_cast(actual - expected as decimal(20, 6)) end as difference, cast(0 as decimal(20, 6)) as tolerance, base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(numbers as varchar) as detail, operands
from grouped
where outside or not exists (select 1 from grouped as g where g.report_id = grouped.report_id and g.rule_id = grouped.rule_id and g.outside)

union all

select
    report_id, rule_id, concat_ws('/', concept, figure_id), case when has_base then 'pass' else 'contradiction' end, null,
    case when has_base then 'within' else 'zero_base' end, null, actual, null, null, base_unit, [], null, null, [stated, base]
from zero_bases
where has_base or has_zero
