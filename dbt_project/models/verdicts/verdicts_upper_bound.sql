-- Bounds: a part is not above its whole. Sides may have a second choice, used where the first is not stated.
{% set of_value = 'v.report_id, v.concept, v.fiscal_year, v.stage_key, v.org_scope, v.fund_key, v.is_report_year, v.base_unit, v.label, v.printed, v.figure_id,
    v.value_base, v.agrees, v.strict_low, v.strict_high, v.printed_low, v.printed_high' %}
with operands as (
    select rule_id, pair, role, concept, stage, choice, severity, count(*) over (partition by rule_id, pair, role) > 1 as has_choice
    from {{ ref('stg_rule_operands') }}
    where kind = 'upper_bound'
),

candidates as (
    select o.rule_id, o.pair, o.role, o.choice, o.has_choice, {{ of_value }}, o.severity as pair_severity, o.stage is not null as fixed_stage
    from {{ ref('int_values') }} as v
    inner join operands as o on v.concept = o.concept and (o.stage is null or o.stage = v.stage_key)
    where v.place = 'all' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

-- Most sides have one choice, and nothing is to be ranked.
sides as (
    select *, 1 as rank from candidates where not has_choice
    union all
    select *, row_number() over (
            partition by rule_id, pair, role, report_id, fiscal_year, org_scope, fund_key, case when not fixed_stage then stage_key end
            order by choice
        ) as rank
    from candidates where has_choice
),

pairs as (
    select
        p.rule_id, p.pair, p.report_id, p.stage_key, p.fixed_stage, p.org_scope, p.fund_key, p.fiscal_year, p.is_report_year,
        p.concept as part_concept, w.concept as whole_concept, p.base_unit, p.pair_severity,
        p.value_base as part_value, w.value_base as whole_value,
        p.agrees and w.agrees as agrees,
        p.strict_low <= w.strict_high as within_strictly,
        p.printed_low <= w.printed_high as within_as_printed,
        (p.printed_high - p.printed_low + w.printed_high - w.printed_low) * 0.5 as tolerance,
        [{{ operand_of('part', 'p') }}, {{ operand_of('whole', 'w') }}] as operands
    from sides as p
    inner join sides as w
        on p.rule_id = w.rule_id and p.pair = w.pair and p.report_id = w.report_id and p.rank = 1 and w.rank = 1
        and p.role = 'part' and w.role = 'whole'
        and p.fiscal_year is not distinct from w.fiscal_year and p.org_scope = w.org_scope
        -- what one kind of money paid for is no more than what all of it did; budget and accounts are of the same money
        and (p.fund_key = w.fund_key or (w.fund_key = '' and not p.fixed_stage))
        and (p.fixed_stage or p.stage_key = w.stage_key)
    -- the whole of the same money goes first
    qualify row_number() over (partition by p.rule_id, p.pair, p.figure_id order by p.fund_key = w.fund_key desc, w.figure_id) = 1
),

reasoned as (
    select
        p.*, r.above,
        case when not agrees then 'conflict' when within_strictly then 'within' when within_as_printed then 'rounding_compatible'
             when stage_key = 'unknown' then 'stage_unknown' else 'above_bound' end as reason
    from pairs as p
    inner join {{ ref('stg_rules') }} as r on p.rule_id = r.rule_id
)

select
    report_id, rule_id,
    {{ instance_name(["part_concept", "case when whole_concept <> part_concept then whole_concept end", "case when not fixed_stage then nullif(stage_key, 'none') end",
                      "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'within' then 'pass' when 'rounding_compatible' then 'weakness' when 'above_bound' then above else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' else pair_severity end as severity,
    reason, whole_value as expected, part_value as actual, part_value - whole_value as difference, tolerance,
    base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from reasoned
