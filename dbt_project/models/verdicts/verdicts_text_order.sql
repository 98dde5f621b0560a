-- The order of a text against itself: numbers of headings, forms of the department's name, dates of staff.
with headings as (
    select
        report_id, observation_id, text, number, char_start,
        lag(number) over (partition by report_id order by char_start) as before
    from {{ ref('stg_observations') }} where kind = 'heading' and code = '1' and number is not null
),

forms as (
    select report_id, observation_id, code, char_start, regexp_replace(code, '^中共', '') as name, replace(regexp_replace(code, '^中共', ''), '委', '') as spelt
    from {{ ref('stg_observations') }} where kind = 'department_variant'
),

-- A form is official short for another when it ends it; the same name with or without 委 is another spelling.
names as (
    select a.report_id, a.observation_id, a.char_start, a.code, b.code as other, not suffix(a.name, b.name) and suffix(a.spelt, b.spelt) as differs
    from forms as a
    inner join forms as b on a.report_id = b.report_id and (length(a.code), a.code) >= (length(b.code), b.code)
),

tested as (
    -- an annex begins at one again; what stands before the first number was never numbered
    select report_id, 'heading_sequence' as kind, observation_id, {{ quoted('text') }} as label, char_start,
        before is not null and number <> before + 1 and not (number = 1 and before > 2) as hit, 'out_of_order' as why
    from headings
    union all
    select report_id, 'name_variants', observation_id, concat('“', code, '”', case when differs then concat('、“', other, '”') end), char_start, differs, 'names_differ'
    from names
    union all
    -- staff quotas counted within a sentence of a date that is not in the evaluated year
    select d.report_id, 'same_date', d.observation_id, {{ quoted('d.text') }}, d.char_start, d.number <> r.fiscal_year, 'dates_differ'
    from {{ ref('stg_observations') }} as d
    inner join {{ ref('stg_reports') }} as r on d.report_id = r.report_id
    where d.kind = 'date' and d.code = 'as_of' and exists (
        select 1 from {{ ref('stg_figures') }} as f
        where f.report_id = d.report_id and f.concept like '%quota%' and f.char_start between d.char_start and d.char_start + 60)
),

grouped as (
    select
        report_id, kind, bool_or(hit) as found, min(why) as why, count(*) filter (hit) as n,
        list({{ operand("'place'", "'text'", 'label', "''", 'null', 'observation_id') }} order by char_start) filter (hit) as hits,
        list({{ operand("'place'", "'text'", 'label', "''", 'null', 'observation_id') }} order by char_start) as looked_at
    from tested
    group by report_id, kind
)

select
    g.report_id, u.rule_id, 'report' as instance, case when found then 'weakness' else 'pass' end as outcome,
    cast(null as varchar) as severity, case when found then why else 'fits' end as reason,
    cast(null as decimal(20, 6)) as expected, cast(n as decimal(20, 6)) as actual, cast(null as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_slice(case when found then hits else looked_at end, 1, 6) as operands
from grouped as g
inner join {{ ref('stg_rules') }} as u on g.kind = u.kind
