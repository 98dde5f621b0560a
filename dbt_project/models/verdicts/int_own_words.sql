-- Statements of a year: whether more than one department makes them word for word, and whether more than one speaks in that year
-- at all. Of all reports of the inbox, also where only some are made anew.
{{ config(tags=['whole']) }}
with said as (
    select distinct r.fiscal_year, {{ speaker('r.department_name', 'r.report_id') }} as department, s.text
    from {{ lake('statements') }} as s
    inner join (select *, left(document_id, 16) as report_id from {{ lake('documents') }} where status = 'extracted' and {{ of_this_root('root') }}) as r
        on s.document_id = r.document_id and s.extractor_version = r.extractor_version
    where {{ is_own_words('s.text') }}
),

years as (
    select fiscal_year, count(distinct department) as departments from said group by fiscal_year
)

select t.fiscal_year, t.text, count(*) > 1 as is_shared, any_value(y.departments) > 1 as has_peers
from said as t
inner join years as y on t.fiscal_year is not distinct from y.fiscal_year
group by t.fiscal_year, t.text
