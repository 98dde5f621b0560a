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

-- What each item accepts: the names in its list, or the texts that its pattern is found in, each text looked at once.
accepted as (
    select rule_id, item, source, stage, unnest(string_split(pattern, '|')) as code
    from {{ ref('rule_presence') }} where source not in ('heading', 'words')
    union all
    select p.rule_id, p.item, p.source, p.stage, t.code
    from (select distinct source, code from held where source in ('heading', 'words')) as t
    inner join {{ ref('rule_presence') }} as p on t.source = p.source and regexp_matches(t.code, p.pattern)
),

found as (
    select h.report_id, a.rule_id, a.item, min_by(struct_pack(shown := h.shown, source_id := h.source_id), coalesce(h.source_id, '')) as earliest
    from held as h
    inner join accepted as a on h.source = a.source and h.code = a.code and h.stage = coalesce(a.stage, h.stage)
    group by h.report_id, a.rule_id, a.item
),

-- Some items are asked for only where something else is there.
given as (
    select distinct given from {{ ref('rule_presence') }} where given is not null
),

grounds as (
    select h.report_id, g.given from held as h inner join given as g on h.code = g.given
    union
    select h.report_id, g.given from held as h inner join given as g on h.source = g.given
),

looked_up as (
    select
        r.report_id, p.rule_id, p.item, p.severity, f.report_id is not null as is_found,
        {{ operand("'found'", "'text'", 'p.label_zh', "left(f.earliest.shown, 30)", 'null', 'f.earliest.source_id') }} as operand
    from {{ ref('stg_reports') }} as r
    inner join {{ ref('rule_presence') }} as p on p.report_kinds is null or list_contains(string_split(p.report_kinds, '|'), r.report_kind)
    left join grounds as g on r.report_id = g.report_id and p.given = g.given
    left join found as f on r.report_id = f.report_id and p.rule_id = f.rule_id and p.item = f.item
    where p.given is null or g.report_id is not null
),

counted as (
    select
        report_id, rule_id, count(*) as items, count(*) filter (is_found) as items_found,
        bool_and(coalesce(severity, '') = 'info') filter (not is_found) as is_formality,
        list_sort(list(rule_id || ':' || item) filter (not is_found)) as missing,
        list_sort(list(struct_pack(item := item, operand := operand))) as looked_at
    from looked_up
    group by report_id, rule_id
)

select
    report_id, rule_id, 'report' as instance, case when items = items_found then 'pass' else 'weakness' end as outcome,
    -- what is only a formality stays one when nothing else is missing
    case when is_formality then 'info' end as severity,
    case when items = items_found then 'complete' else 'parts_absent' end as reason,
    cast(items as decimal(20, 6)) as expected, cast(items_found as decimal(20, 6)) as actual, cast(items - items_found as decimal(20, 6)) as difference,
    cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit,
    coalesce(missing, []) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    -- what is missing stands nowhere; what is there is shown only when all of it is
    case when items = items_found then list_transform(list_slice(looked_at, 1, 4), lambda x: x.operand) else {{ no_operands() }} end as operands
from counted
