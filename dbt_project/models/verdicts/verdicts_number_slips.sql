-- Hints at how a number may have gone wrong: digits shifted or swapped, or one number copied into two places.
with compared as (
    select report_id, rule_id as seen_by, instance, outcome, expected, actual, base_unit, operands from {{ ref('verdicts_agreement') }}
    union all
    select report_id, rule_id, instance, outcome, expected, actual, base_unit, operands from {{ ref('verdicts_sum_of_parts') }}
    where outcome in ('pass', 'contradiction')
),

digits as (
    select *,
        lpad(regexp_replace(cast(abs(expected) as varchar), '[^0-9]', '', 'g'), 24, '0') as a,
        lpad(regexp_replace(cast(abs(actual) as varchar), '[^0-9]', '', 'g'), 24, '0') as b
    from compared
    where expected is not null and actual is not null
),

slips as (
    select *,
        outcome = 'contradiction' and expected > 0 and actual > 0 and (
            expected = try_cast(actual * 10 as decimal(20, 6)) or actual = try_cast(expected * 10 as decimal(20, 6))
            or expected = try_cast(actual * 100 as decimal(20, 6)) or actual = try_cast(expected * 100 as decimal(20, 6))
            -- two neighbouring digits swapped
            or (list_sort(string_split(a, '')) = list_sort(string_split(b, ''))
                and array_length(list_filter(range(1, 25), lambda i: substr(a, i, 1) <> substr(b, i, 1))) = 2
                and array_length(list_filter(range(1, 24), lambda i: substr(a, i, 1) <> substr(b, i, 1) and substr(a, i + 1, 1) <> substr(b, i + 1, 1))) = 1)
        ) as is_slip
    from digits
),

siblings as (
    select distinct
        p.report_id, p.place, p.base_unit, p.stage_key, p.org_scope, p.operand_concept as concept, q.operand_concept as other,
        p.value_base, [{{ operand("'part'", 'p.operand_concept', 'p.label', 'p.printed', 'p.value_base', 'p.figure_id') }}, {{ operand("'part'", 'q.operand_concept', 'q.label', 'q.printed', 'q.value_base', 'q.figure_id') }}] as operands,
        p.value_base = q.value_base and p.value_base + q.value_base <> p.whole_value as is_copy
    from {{ ref('int_sum_parts') }} as p
    inner join {{ ref('int_sum_parts') }} as q
        on p.rule_id = q.rule_id and p.whole_id = q.whole_id and p.place = q.place and p.org_scope = q.org_scope and p.operand_no < q.operand_no
    -- round amounts are equal by chance
    where p.base_unit = 'yuan' and p.function_key = '' and q.function_key = '' and p.economic_key = '' and q.economic_key = '' and p.agrees and q.agrees
        and p.value_base > 0 and q.value_base > 0
),

hints as (
    select report_id, 'digit_slip' as kind, is_slip as hit, concat_ws('/', seen_by, instance) as name, expected, actual, base_unit, operands from slips
    union all
    select report_id, 'copied_number', is_copy and value_base % 10000 <> 0, concat_ws('/', concept, other, nullif(stage_key, 'none'), place, nullif(org_scope, 'department')),
        null, value_base, base_unit, operands
    from siblings
)

select
    h.report_id, r.rule_id, case when h.hit then h.name else 'report' end as instance,
    case when h.hit then 'weakness' else 'pass' end as outcome, cast(null as varchar) as severity, case when h.hit then h.kind else 'none_found' end as reason,
    max(h.expected) filter (h.hit) as expected, max(h.actual) filter (h.hit) as actual,
    try_cast(max(abs(h.actual - h.expected)) filter (h.hit) as decimal(20, 6)) as difference,
    cast(0 as decimal(20, 6)) as tolerance, min(h.base_unit) as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied,
    cast(null as varchar) as detail, arg_min(h.operands, (h.name, cast(h.operands as varchar))) as operands
from hints as h
inner join ({{ rules_of(['digit_slip', 'copied_number']) }}) as r on h.kind = r.kind
where h.hit or not exists (select 1 from hints as g where g.kind = h.kind and g.report_id = h.report_id and g.hit)
group by h.report_id, r.rule_id, case when h.hit then h.name else 'report' end, h.hit, h.kind
