-- Units that are almost surely wrong; a report whose money shows none passes.
with money as (
    select report_id, count(*) as figures
    from {{ ref('int_figures') }}
    where is_usable and base_unit = 'yuan' and measure = 'level'
    group by report_id
),

slips as (
    select
        f.*, s.evidence, s.repaired,
        row_number() over (partition by f.report_id, f.concept, f.stage, f.org_scope, f.function_code order by f.char_start) as nth
    from {{ ref('int_unit_slips') }} as s
    inner join {{ ref('int_figures') }} as f on s.figure_id = f.figure_id
)

select
    s.report_id, r.rule_id,
    {{ instance_name(['s.concept', 's.stage', "nullif(s.org_scope, 'department')", 's.function_code', 'case when s.nth > 1 then s.nth end']) }} as instance,
    'contradiction' as outcome, cast(null as varchar) as severity, 'unit_slip' as reason,
    s.repaired as expected, s.value_base as actual, s.value_base - s.repaired as difference, cast(0 as decimal(20, 6)) as tolerance,
    s.base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_concat([{{ operand("'stated'", 's.concept', 's.label', 's.printed', 's.value_base', 's.figure_id') }}], s.evidence) as operands
from slips as s
cross join ({{ rules_of(['unit_slip']) }}) as r

union all

select
    m.report_id, r.rule_id, 'report', 'pass', null, 'no_slip', null, null, null, null, 'yuan', [], null, null, {{ no_operands() }}
from money as m
cross join ({{ rules_of(['unit_slip']) }}) as r
where m.report_id not in (select s.report_id from slips as s)
