-- What a report must hold, by the rows of rule_presence.csv. One verdict per rule names everything that is missing.
with held as (
    select report_id, 'figure' as source, concept as code, coalesce(stage, '') as stage, figure_id as source_id, printed as shown
    from {{ ref('stg_figures') }} where measure = 'level'
    union all
    select report_id, unnest(['heading', 'words']), regexp_replace(text, '[\s　]+', '', 'g'), '', observation_id, text from {{ ref('stg_observations') }} where kind in ('heading', 'form_section')
    union all
    -- a problem or measure counts as one even where its words do not say so
    select report_id, 'words', concat(text, case kind when 'measure' then '改进措施' when 'problem' then '问题' end), '', statement_id, left(text, 20) from {{ ref('stg_statements') }}
    union all
    select report_id, 'words', text, '', observation_id, text from {{ ref('stg_observations') }} where kind = 'claim' and starts_with(code, 'names_')
    union all
    select report_id, 'rows', row_kind, '', indicator_id, level_1 from {{ ref('stg_indicators') }}
    union all
    select report_id, 'document', 'title', '', null, title from {{ ref('stg_reports') }} where title is not null
    union all
    select report_id, 'document', 'fiscal_year', '', null, cast(fiscal_year as varchar) from {{ ref('stg_reports') }} where fiscal_year is not null
),

looked_up as (
    select
        r.report_id, p.rule_id, p.item, any_value(p.severity) as severity,
        min_by({{ operand("'found'", "'text'", 'p.label_zh', "left(h.shown, 30)", 'null', 'h.source_id') }}, coalesce(h.source_id, '')) filter (h.code is not null) as found
    from {{ ref('stg_reports') }} as r
    cross join {{ ref('rule_presence') }} as p
    left join held as h
        on r.report_id = h.report_id and p.source = h.source and h.stage = coalesce(p.stage, h.stage)
        and case when p.source in ('heading', 'words') then regexp_matches(h.code, p.pattern) else list_contains(string_split(p.pattern, '|'), h.code) end
    -- asked for only where something else is there
    where (p.report_kinds is null or list_contains(string_split(p.report_kinds, '|'), r.report_kind))
        and (p.given is null or exists (select 1 from held as g where g.report_id = r.report_id and p.given in (g.code, g.source)))
    group by r.report_id, p.rule_id, p.item
)

select
    report_id, rule_id, 'report' as instance, case when count(*) = count(found) then 'pass' else 'weakness' end as outcome,
    -- what is only a formality stays one when nothing else is missing
    case when bool_and(coalesce(severity, '') = 'info') filter (found is null) then 'info' end as severity,
    case when count(*) = count(found) then 'complete' else 'parts_absent' end as reason,
    cast(count(*) as decimal(20, 6)) as expected, cast(count(found) as decimal(20, 6)) as actual, cast(count(*) - count(found) as decimal(20, 6)) as difference,
    cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit,
    coalesce(list(rule_id || ':' || item order by item) filter (found is null), []) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    -- what is missing stands nowhere; what is there is shown only when all of it is
    case when count(*) = count(found) then list_slice(list(found order by item), 1, 4) else {{ no_operands() }} end as operands
from looked_up
group by report_id, rule_id
