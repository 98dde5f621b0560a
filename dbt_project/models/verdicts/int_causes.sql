-- Which verdict tells the cause of another one, so that one wrong number is reported once: one row per verdict that is a
-- consequence. Two verdicts have one cause when a correction of one would put the other right as well.
-- What stands nearest to the wrong number speaks for all: a contradiction before a weakness, an error before a warning,
-- then the kinds in this order.
{% set nearest_first = ['agreement', 'unit_slip', 'score_bound', 'group_marks', 'sum_of_parts', 'summary_row', 'equality', 'year_balance', 'marks_total',
    'score_total', 'change_recomputed', 'ratio_recomputed', 'rate_recomputed', 'growth_recomputed', 'resources', 'upper_bound', 'overspending'] %}
{% set bounds = "('resources', 'overspending', 'upper_bound')" %}
{% set ratios = "('ratio_recomputed', 'rate_recomputed')" %}
{% set suggestions = "('digit_slip', 'copied_number')" %}
with faults as (
    select
        v.verdict_id, v.report_id, v.rule_id, v.instance, v.outcome, v.reason, v.base_unit, r.kind, r.kind in {{ suggestions }} as is_suggestion,
        v.expected, v.actual, v.difference, abs(v.difference) as gap, coalesce(v.tolerance, 0) as tolerance, v.operands,
        list_transform(v.operands, lambda o: o.figure_id) as source_ids,
        case when r.kind in {{ suggestions }} then 400 when v.outcome = 'weakness' then 200 else 0 end + case v.severity when 'error' then 0 else 100 end
            + case r.kind {%- for kind in nearest_first %} when '{{ kind }}' then {{ loop.index }} {%- endfor %} else 99 end as distance
    from {{ ref('int_verdicts') }} as v
    inner join {{ ref('stg_rules') }} as r on v.rule_id = r.rule_id
    where v.outcome in ('contradiction', 'weakness') and (v.severity <> 'info' or r.kind in {{ suggestions }})
),

-- each pair once: "near" tells the cause if they have one
pairs as (
    select
        n.verdict_id as near_id, f.verdict_id as far_id,
        n.rule_id as near_rule, n.kind as near_kind, n.outcome as near_outcome, n.difference as near_difference, n.gap as near_gap, n.tolerance as near_tolerance,
        f.rule_id as far_rule, f.kind as far_kind, f.outcome as far_outcome, f.difference as far_difference, f.gap as far_gap, f.tolerance as far_tolerance, f.is_suggestion,
        n.base_unit = f.base_unit as same_unit,
        split_part(n.instance, '/', 1) = split_part(f.instance, '/', 1) as same_table,
        list_has_any(n.source_ids, f.source_ids) as share_figure
    from faults as n
    inner join faults as f on n.report_id = f.report_id and (n.distance < f.distance or (n.distance = f.distance and n.verdict_id < f.verdict_id))
),

linked as (
    select near_id, far_id
    from pairs
    where share_figure and (
            -- a fact stated with two values breaks what it stands in; a suggestion only tells how a number may have become wrong
            (near_outcome = 'contradiction' and ((near_kind = 'agreement' and far_outcome = 'contradiction') or is_suggestion))
            -- the same gap, seen from two sides
            or (same_unit and near_gap > near_tolerance + far_tolerance and abs(near_gap - far_gap) <= near_tolerance + far_tolerance)
            -- a bound is broken by no more than the amount that is wrong
            or (same_unit and near_outcome = 'contradiction' and far_kind in {{ bounds }} and far_gap <= near_gap + near_tolerance + far_tolerance)
            -- points above their maximum raise the sum; a row that is lost takes its score out of one sum and its points out of another
            or (near_kind = 'score_bound' and far_kind = 'score_total' and far_difference < 0 and near_gap <= far_gap)
            or (near_kind in ('group_marks', 'marks_total') and far_kind = 'score_total' and far_difference > 0 and far_gap <= near_gap))
        -- a line missing in a table is missed in all its columns
        or (near_kind = 'summary_row' and near_rule = far_rule and same_table and (near_difference > 0) = (far_difference > 0))
        -- two numbers changed places, or the same part is missing in two tables
        or (near_kind = 'sum_of_parts' and far_kind = 'sum_of_parts' and near_gap = far_gap and near_gap > 10 * (near_tolerance + far_tolerance)
            and (near_rule = far_rule or near_difference = -far_difference))
),

-- A percentage, or an amount for each person, that comes right when one of its numbers moves by the gap of the other verdict.
quotients as (
    select
        f.verdict_id, f.report_id, f.reason, f.kind, o.figure_id, f.expected < f.actual as is_above,
        try_cast(f.expected as decimal(14, 6)) as expected, try_cast(f.actual as decimal(14, 6)) as actual,
        try_cast(f.tolerance + 0.01 as decimal(10, 6)) as tolerance, try_cast(o.value_base as decimal(20, 6)) as amount
    from (select *, unnest(operands) as o from faults where kind in {{ ratios }} or reason in ('outside_band', 'above_band', 'below_band')) as f
    where o.value_base > 0 and coalesce(o.role, '') <> 'stated'
),

moved as (
    select q.*, n.verdict_id as near_id, n.distance, q.amount + n.gap as more, q.amount - n.gap as less
    from quotients as q
    inner join faults as n on q.report_id = n.report_id and (n.outcome = 'contradiction' or n.kind = 'sum_of_parts') and n.base_unit = 'yuan' and n.kind not in {{ bounds }}
        and n.gap > n.tolerance and list_contains(n.source_ids, q.figure_id)
),

corrected as (
    select near_id, verdict_id as far_id
    from moved
    where
        {%- for to in ['more', 'less'] %}
        ({{ to }} > 0 and case when kind in {{ ratios }}
            then abs(expected * {{ to }} - actual * amount) <= tolerance * amount or abs(expected * amount - actual * {{ to }}) <= tolerance * {{ to }}
            when is_above then actual * {{ to }} <= expected * amount or actual * amount <= expected * {{ to }}
            else actual * {{ to }} >= expected * amount or actual * amount >= expected * {{ to }} end)
        {{- ' or' if not loop.last }}
        {%- endfor %}
),

-- Every verdict points to the nearest it is linked with.
first_step as (
    select l.far_id, l.near_id
    from (
        select near_id, far_id from linked
        union all
        select near_id, far_id from corrected
        union all
        select far_id, near_id from corrected
    ) as l
    inner join faults as n on l.near_id = n.verdict_id
    inner join faults as f on l.far_id = f.verdict_id
    where n.distance < f.distance or (n.distance = f.distance and n.verdict_id < f.verdict_id)
    qualify row_number() over (partition by l.far_id order by n.distance, n.verdict_id) = 1
),

{#- A chain of causes ends at its first: steps are doubled, so eight links are followed. #}
{%- for before, after in [('first_step', 'second_step'), ('second_step', 'fourth_step'), ('fourth_step', 'eighth_step')] %}
{{ after }} as (
    select s.far_id, coalesce(n.near_id, s.near_id) as near_id
    from {{ before }} as s
    left join {{ before }} as n on s.near_id = n.far_id
){{ ',' if not loop.last }}
{%- endfor %}

select n.report_id, s.far_id as verdict_id, n.verdict_id as same_cause_as
from eighth_step as s
inner join faults as n on s.near_id = n.verdict_id
