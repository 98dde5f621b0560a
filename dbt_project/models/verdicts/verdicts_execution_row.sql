-- The row of a form that scores budget execution: its cells, and its points against rate times weight.
with scored as (
    select report_id, score_table, indicator_id, row_name, row_kind, marks, counted_points, char_start, table_no, row_no, points,
        try_cast(actual_value as decimal(20, 6)) as own_rate,
        row_number() over (partition by report_id order by char_start) as nth
    from {{ ref('int_score_rows') }}
    where counted_points is not null and (row_kind = 'execution'
        -- an item of that name counts when full points need all of it
        or (row_kind = 'item' and regexp_matches(row_name, '^预算执行率$') and target_unit = '%' and try_cast(target_value as decimal(20, 6)) = 100))
),

cells as (
    select
        s.report_id, s.indicator_id, a.stage_key, a.base_unit, a.value_base, a.printed_low, a.printed_high,
        {{ operand("'cell'", 'a.concept', 'a.label', 'a.printed', 'a.value_base', 'a.figure_id') }} as operand
    from scored as s
    inner join {{ ref('int_assertions') }} as a
        on s.report_id = a.report_id and s.table_no = a.table_no and s.row_no = a.row_no and s.row_kind = 'execution'
        and a.measure = 'level' and (a.base_unit = 'yuan' or a.concept = 'budget_execution_rate')
    -- the row may be read under two concepts; one figure stands for each cell
    qualify row_number() over (partition by s.indicator_id, a.stage_key, a.base_unit order by a.concept = 'budget_execution_score_line', a.figure_id) = 1
),

rows_with_cells as (
    select
        s.*,
        {%- for name, condition in [('initial', "c.stage_key = 'initial_budget'"), ('adjusted', "c.stage_key = 'adjusted_budget'"), ('executed', "c.stage_key = 'final_account' and c.base_unit = 'yuan'"), ('rate', "c.base_unit = 'percent'")] %}
        min(c.value_base) filter ({{ condition }}) as {{ name }}, min(c.printed_low) filter ({{ condition }}) as {{ name }}_low, max(c.printed_high) filter ({{ condition }}) as {{ name }}_high,
        {%- endfor %}
        coalesce(list(c.operand order by c.stage_key) filter (c.operand is not null), {{ no_operands() }}) as cells,
        coalesce(list(c.operand) filter (c.stage_key = 'final_account' and c.base_unit = 'yuan'), {{ no_operands() }}) as executed_cells,
        {{ operand("'row'", 'cast(null as varchar)', 's.row_name', 'cast(s.counted_points as varchar)', 's.counted_points', 's.indicator_id') }} as row_operand
    from scored as s
    left join cells as c on s.indicator_id = c.indicator_id
    group by all
),

-- Rate by the amounts of the row, else as printed; capped at 100. Points printed with one decimal are that much less exact.
rated as (
    select
        r.*, l.tolerance, l.step_from,
        case when coalesce({{ percent_of('executed', 'adjusted') }}, rate, own_rate) is not null then least(coalesce({{ percent_of('executed', 'adjusted') }}, rate, own_rate), 100) end as percent,
        case when coalesce({{ percent_of('executed_low', 'adjusted_high') }}, rate_low, own_rate) is not null then least(coalesce({{ percent_of('executed_low', 'adjusted_high') }}, rate_low, own_rate), 100) end as percent_low,
        case when coalesce({{ percent_of('executed_high', 'adjusted_low') }}, rate_high, own_rate) is not null then least(coalesce({{ percent_of('executed_high', 'adjusted_low') }}, rate_high, own_rate), 100) end as percent_high,
        coalesce({{ percent_of('executed', 'adjusted') }}, rate, own_rate) > 100 as is_above
    from rows_with_cells as r
    cross join (
        select max(cast(value as decimal(12, 6))) filter (name = 'points_tolerance') as tolerance, max(cast(value as decimal(12, 6))) filter (name = 'full_points_from') as step_from
        from {{ ref('rule_parameters') }} where rule_id = 'I11'
    ) as l
),

judged as (
    select *,
        case
            when percent is null or marks is null then 'missing'
            when counted_points * 100 between percent_low * marks - tolerance * 100 and percent_high * marks + tolerance * 100 then 'equal'
            -- some places give nothing above 100 %, some give full points from a step on: ask, do not accuse
            when is_above and counted_points = 0 then 'zero_above'
            when counted_points = marks and percent >= step_from then 'full_by_step'
            else 'differs'
        end as why
    from rated
)

select
    report_id, r.rule_id, 'executed' || case when nth > 1 then '_' || nth else '' end as instance,
    case when executed is not null then 'pass' else 'weakness' end as outcome, cast(null as varchar) as severity,
    case when executed is not null then 'stated' else 'blank_cells' end as reason,
    cast(null as decimal(20, 6)) as expected, cast(null as decimal(20, 6)) as actual, cast(null as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance,
    'yuan' as base_unit, case when executed is null then ['total_expenditure/final_account'] else cast([] as varchar[]) end as missing, cast(null as decimal(20, 6)) as implied,
    cast(null as varchar) as detail, executed_cells || [row_operand] as operands
from judged
cross join ({{ rules_of(['funds_block']) }}) as r
where row_kind = 'execution'

union all

select
    report_id, r.rule_id, 'base' || case when nth > 1 then '_' || nth else '' end,
    case when initial is not null and adjusted is not null and rate is not null then 'pass' else 'weakness' end, null,
    case when initial is not null and adjusted is not null and rate is not null then 'stated' else 'blank_cells' end, null, null, null, null, 'yuan',
    list_filter([case when initial is null then 'total_expenditure/initial_budget' end, case when adjusted is null then 'total_expenditure/adjusted_budget' end,
        case when rate is null then 'budget_execution_rate' end], lambda x: x is not null), null, null, cells || [row_operand]
from judged
cross join ({{ rules_of(['funds_block']) }}) as r
where row_kind = 'execution'

union all

select
    report_id, r.rule_id, 'score_table' || case when nth > 1 then '_' || nth else '' end,
    case why when 'equal' then 'pass' when 'zero_above' then 'pass' when 'differs' then 'contradiction' when 'full_by_step' then 'weakness' else 'not_run' end, null, why,
    try_cast(percent * marks * 0.01 as decimal(20, 6)), counted_points, try_cast(counted_points - percent * marks * 0.01 as decimal(20, 6)), try_cast(tolerance as decimal(20, 6)), 'points',
    case when why = 'missing' then list_filter([case when executed is null then 'total_expenditure/final_account' end, case when adjusted is null then 'total_expenditure/adjusted_budget' end,
        case when marks is null then 'indicator_weight' end], lambda x: x is not null) else [] end, null, null, cells || [row_operand]
from judged
cross join ({{ rules_of(['execution_score']) }}) as r
