-- Sum rules: a whole against its parts, in every place that states the whole.
{% set may_be_inside = "requirement in ('inside_or_beside', 'required_inside_or_beside')" %}
{% set stated = "figure_id is not null and not " ~ may_be_inside %}
{% set outer_is_nearer = "abs(s.outer_value - v.value_base) < abs(s.inner_value - v.value_base)" %}
{% set stated_all = "figure_id is not null" %}
with sums as (
    select
        rule_id, report_id, place, whole_id, org_scope,
        {%- for name, filter in [('inner', stated), ('outer', stated_all)] %}
        coalesce(sum(sign * value_base) filter ({{ filter }}), 0) as {{ name }}_value,
        coalesce(sum(case when sign = 1 then strict_low else -strict_high end) filter ({{ filter }}), 0) as {{ name }}_strict_low,
        coalesce(sum(case when sign = 1 then strict_high else -strict_low end) filter ({{ filter }}), 0) as {{ name }}_strict_high,
        coalesce(sum(case when sign = 1 then printed_low else -printed_high end) filter ({{ filter }}), 0) as {{ name }}_printed_low,
        coalesce(sum(case when sign = 1 then printed_high else -printed_low end) filter ({{ filter }}), 0) as {{ name }}_printed_high,
        {%- endfor %}
        count(figure_id) as parts_stated,
        coalesce(bool_or(not agrees), false) as has_conflict
    from {{ ref('int_sum_parts') }}
    group by rule_id, report_id, place, whole_id, org_scope
    -- money that is not split into classes at all is no subject of a rule about the split
    having count(figure_id) > 0 or not coalesce(bool_or(is_class), false)
),

-- Lists are made of what they hold and sorted afterwards: ordered aggregates take ten times as long over so many small groups.
parts_of_wholes as (
    select rule_id, whole_id, place,
        list_sort(list(struct_pack(operand_no := operand_no, function_key := function_key, economic_key := economic_key, may_be_inside := {{ may_be_inside }},
            operand := {{ operand("'part'", 'operand_concept', 'label', 'printed', 'value_base', 'figure_id', 'sign') }}))) as parts
    from {{ ref('int_sum_parts') }}
    where figure_id is not null
    group by rule_id, whole_id, place
),

gaps as (
    select rule_id, whole_id, place, list_sort(list(struct_pack(operand_no := operand_no, requirement := requirement, concept := operand_concept))) as gaps
    from {{ ref('int_sum_parts') }}
    where figure_id is null and requirement in ('required', 'required_inside_or_beside', 'usual')
    group by rule_id, whole_id, place
),

wholes as (
    select v.*, s.rule_id, s.whole_id, s.parts_stated, s.has_conflict,
        coalesce(list_transform(list_filter(g.gaps, lambda x: x.requirement <> 'usual'), lambda x: x.concept), []) as missing_required,
        coalesce(list_transform(list_filter(g.gaps, lambda x: x.requirement = 'usual'), lambda x: x.concept), []) as missing_usual,
        -- what is taken to stand inside another part is not added, and not named as if it were
        coalesce(list_transform(list_filter(p.parts, lambda x: not x.may_be_inside or {{ outer_is_nearer }}), lambda x: x.operand), {{ no_operands() }}) as parts,
        -- worker quota may stand inside or beside the administrative quota, what was carried over inside or beside the surplus of the year:
        -- the reading nearer to the whole is judged
        {%- for column in ['value', 'strict_low', 'strict_high', 'printed_low', 'printed_high'] %}
        case when {{ outer_is_nearer }}
             then s.outer_{{ column }} else s.inner_{{ column }} end as sum_{{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from sums as s
    inner join {{ ref('int_values') }} as v
        on s.report_id = v.report_id and s.whole_id = v.figure_id and s.place = v.place and s.org_scope = v.org_scope
    left join parts_of_wholes as p on s.rule_id = p.rule_id and s.whole_id = p.whole_id and s.place = p.place
    left join gaps as g on s.rule_id = g.rule_id and s.whole_id = g.whole_id and s.place = g.place
),

compared as (
    select
        w.*, r.below, r.above,
        {{ intervals_meet('w.sum_strict_low', 'w.sum_strict_high', 'w.strict_low', 'w.strict_high') }} as meets_strictly,
        {{ intervals_meet('w.sum_printed_low', 'w.sum_printed_high', 'w.printed_low', 'w.printed_high') }} as meets_as_printed
    from wholes as w
    inner join {{ ref('stg_rules') }} as r on w.rule_id = r.rule_id
),

reasoned as (
    select
        *,
        case
            when parts_stated = 0 or array_length(missing_required) > 0 then 'missing'
            when has_conflict or not agrees then 'conflict'
            when meets_strictly then 'equal'
            when meets_as_printed and array_length(missing_usual) = 0 then 'rounding_compatible'
            when meets_as_printed then 'missing'
            when stage_key = 'unknown' then 'stage_unknown'
            when sum_value > value_base then 'sum_above'
            when array_length(missing_usual) > 0 then 'missing'
            else 'sum_below'
        end as reason
    from compared
),

-- What does not split its money into levels is no subject of a rule about the split either.
relevant as (
    select * from reasoned where not (function_key <> '' and parts_stated = 0)
)

select
    report_id, rule_id,
    {{ instance_name(["nullif(stage_key, 'none')", 'place', "nullif(function_key, '')", "nullif(expenditure_key, '')", "nullif(org_scope, 'department')",
                      "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness'
        when 'sum_above' then above when 'sum_below' then below else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' end as severity,
    reason,
    value_base as expected,
    sum_value as actual,
    sum_value - value_base as difference,
    (sum_printed_high - sum_printed_low + printed_high - printed_low) * 0.5 as tolerance,
    base_unit,
    case when reason = 'missing' then list_concat(missing_required, missing_usual) else [] end as missing,
    case when reason = 'missing' and array_length(missing_required) + array_length(missing_usual) = 1 and parts_stated > 0 then value_base - sum_value end as implied,
    cast(null as varchar) as detail,
    list_concat(parts, [{{ operand("'whole'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}]) as operands
from relevant
