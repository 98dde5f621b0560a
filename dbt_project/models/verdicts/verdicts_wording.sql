-- How single indicators are worded: in the right class, with a measurable target, satisfaction with a rate.
with worded as (
    select report_id, indicator_id as source_id, level_2 as class_name, level_3 as name, target_text, actual_text, target_text is not null as has_target, char_start
    from {{ ref('stg_indicators') }} where row_kind = 'item' and level_3 is not null
    union all
    -- a form without points says its target in the name
    select report_id, observation_id, code, text, null, null, true, char_start from {{ ref('stg_observations') }} where kind = 'target'
),

rates as (
    select distinct report_id from {{ ref('stg_figures') }} where concept = 'satisfaction_rate'
),

-- Patterns that stand in a table are compiled for every comparison: each name in its class is compared once.
misplaced as (
    select w.class_name, w.name, c.severity
    from (select distinct class_name, name from worded) as w
    inner join {{ ref('indicator_classes') }} as c on regexp_matches(w.name, c.term) and not regexp_matches(w.class_name, c.belongs)
),

tested as (
    select w.*, 'class_lexicon' as kind, m.severity, m.name is not null as hit, 'other_class' as why
    from worded as w
    left join misplaced as m on w.class_name = m.class_name and w.name = m.name
    where w.class_name is not null
    union all
    -- a rate without a number, or a target that is only words
    select *, 'measurable_target', null,
        not regexp_matches(coalesce(target_text, regexp_replace(name, '^指标[0-9]*', '')), '[0-9一二三四五六七八九十百]|是|否|无|零') and (target_text is null or name like '%率'),
        'no_number'
    from worded where has_target
    union all
    select w.*, 'satisfaction_rate', null,
        (w.actual_text is null or not regexp_matches(w.actual_text, '[0-9]') or regexp_matches(w.actual_text, '^[≥>≤<＞＜]')) and r.report_id is null, 'no_rate'
    from worded as w
    left join rates as r on w.report_id = r.report_id
    where regexp_matches(w.name, '[满滿]意')
),

grouped as (
    select
        report_id, kind, bool_or(hit) as found, min(why) as why, max(severity) as severity, count(distinct source_id) filter (hit) as n,
        list(distinct {{ operand("'indicator'", "'text'", quoted("concat_ws('：', class_name, name)"), "''", 'null', 'source_id') }}) filter (hit) as hits,
        list(distinct {{ operand("'indicator'", "'text'", quoted("concat_ws('：', class_name, name)"), "''", 'null', 'source_id') }}) as looked_at
    from tested
    group by report_id, kind
)

select
    g.report_id, u.rule_id, 'report' as instance, case when found then 'weakness' else 'pass' end as outcome,
    case when found then g.severity end as severity, case when found then why else 'fits' end as reason,
    cast(null as decimal(20, 6)) as expected, cast(n as decimal(20, 6)) as actual, cast(null as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_slice(list_sort(case when found then hits else looked_at end), 1, 6) as operands
from grouped as g
inner join {{ ref('stg_rules') }} as u on g.kind = u.kind
