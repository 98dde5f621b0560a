-- Statements that stand word for word in another department's report of the same year. One report alone has nobody to compare with.
with compared as (
    select
        s.report_id, o.has_peers, sum(length(s.text)) as characters,
        sum(case when o.is_shared then length(s.text) else 0 end) as copied,
        list_slice(list({{ operand("'place'", "'text'", quoted('left(s.text, 30)'), "''", 'null', 's.statement_id') }}
            order by case when o.is_shared then 0 else 1 end, length(s.text) desc, s.statement_id), 1, 3) as operands
    from (select distinct report_id, statement_id, text from {{ ref('stg_statements') }} where {{ is_own_words('text') }}) as s
    inner join {{ ref('stg_reports') }} as r on s.report_id = r.report_id
    inner join {{ ref('int_own_words') }} as o on s.text = o.text and r.fiscal_year is not distinct from o.fiscal_year
    group by s.report_id, o.has_peers
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
