-- Statements that stand word for word in another department's report of the same year. One report alone has nobody to compare with.
with said as (
    select distinct s.report_id, s.statement_id, s.text, r.fiscal_year, coalesce(r.department_name, r.report_id) as department
    from {{ ref('stg_statements') }} as s inner join {{ ref('stg_reports') }} as r on s.report_id = r.report_id
    -- shorter ones are phrases that everybody uses
    where length(s.text) >= 20
),

years as (
    select fiscal_year, count(distinct department) as departments from said group by fiscal_year
),

compared as (
    select
        a.report_id, y.departments > 1 as has_peers, sum(length(a.text)) as characters,
        coalesce(sum(length(a.text)) filter (t.departments > 1), 0) as copied,
        list_slice(list({{ operand("'place'", "'text'", quoted('left(a.text, 30)'), "''", 'null', 'a.statement_id') }} order by t.departments desc, a.statement_id), 1, 3) as operands
    from said as a
    inner join years as y on a.fiscal_year is not distinct from y.fiscal_year
    inner join (select fiscal_year, text, count(distinct department) as departments from said group by all) as t
        on a.text = t.text and a.fiscal_year is not distinct from t.fiscal_year
    group by a.report_id, has_peers
),

limits as (
    select rule_id, cast(value as decimal(12, 2)) as percent from {{ ref('rule_parameters') }} where name = 'same_text_percent'
)

select
    s.report_id, u.rule_id, 'report' as instance,
    case when not has_peers then 'not_run' when copied * 100 >= characters * l.percent then 'weakness' else 'pass' end as outcome, cast(null as varchar) as severity,
    case when not has_peers then 'missing' when copied * 100 >= characters * l.percent then 'copied_from_peer' else 'fits' end as reason,
    l.percent as expected, {{ percent_of('copied', 'characters') }} as actual, cast(null as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance, 'percent' as base_unit,
    case when not has_peers then ['peers'] else [] end as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from compared as s
cross join limits as l
inner join {{ ref('stg_rules') }} as u on l.rule_id = u.rule_id and u.kind = 'peer_text'
