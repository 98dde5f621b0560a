-- What was seen in the text and what follows from it, row by row of rule_observations.csv. A text that was searched without result passes.
with seen as (
    select
        n.report_id, o.rule_id, o.test, o.outcome, o.severity, n.observation_id, n.char_start, n.number, n.second_number,
        case o.test when 'seen' then true
            when 'number_equals' then n.number = o.threshold
            when 'number_at_least' then n.number >= o.threshold
            when 'numbers_differ' then n.number <> n.second_number
            when 'second_missing' then n.second_number is null
            when 'target_missed' then case left(n.code, 1) when '≥' then n.second_number < n.number else n.second_number > n.number end
            when 'year_differs' then n.number <> r.fiscal_year
            when 'year_not_after' then n.number <= r.fiscal_year end as is_hit,
        o.reason,
        {{ operand("'seen'", "'text'", quoted('n.text'), "''", 'null', 'n.observation_id') }} as evidence
    from {{ ref('rule_observations') }} as o
    inner join {{ ref('stg_observations') }} as n
        on o.kind = n.kind
        and (o.code is null or case when o.code like '!%' then n.code <> substr(o.code, 2) else list_contains(string_split(o.code, '|'), n.code) end)
        -- a number that was not found cannot differ
        and (o.test not in ('numbers_differ', 'target_missed') or n.second_number is not null)
    inner join {{ ref('stg_reports') }} as r on n.report_id = r.report_id
),

judged as (
    select
        report_id, rule_id, coalesce(is_hit, false) as hit, case when is_hit then reason else 'fits' end as why,
        any_value(outcome) as outcome, any_value(severity) as severity,
        min(number) filter (test like 'number%') as number, min(second_number) filter (test = 'numbers_differ') as second_number,
        list_slice(list(evidence order by char_start), 1, 6) as operands
    from seen
    -- a list is judged by itself, other traces of one kind are one finding
    group by report_id, rule_id, hit, why, case when test = 'numbers_differ' then observation_id end
),

-- Looked for in the whole text and not found: the text is what was compared.
clean as (
    select r.report_id, u.rule_id, r.characters
    from {{ ref('stg_reports') }} as r
    cross join {{ ref('stg_rules') }} as u
    where u.absent = 'pass' and r.characters > 0 and not exists (select 1 from seen as n where n.report_id = r.report_id and n.rule_id = u.rule_id)
)

select
    report_id, rule_id, why as instance, case when hit then outcome else 'pass' end as outcome,
    case when hit then severity end as severity, why as reason, try_cast(number as decimal(20, 6)) as expected, try_cast(second_number as decimal(20, 6)) as actual,
    try_cast(second_number - number as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from judged
union all
select
    report_id, rule_id, 'report', 'pass', null, 'nothing_seen', null, characters, null, null, 'count', [], null, null,
    [{{ operand("'searched'", "'text'", "'全文'", "characters || '字'", 'null', 'null') }}]
from clean
