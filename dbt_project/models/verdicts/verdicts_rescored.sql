-- Points of scoring rows beside what the report's own figures give: recomputed, explained by a reason, or resting on nothing.
with owners as (
    -- each ratio has one rule; the rule for all others is marked with *
    select rule_id, concept as measure from {{ ref('stg_rule_operands') }} where kind = 'item_rescored' and role = 'measure'
),

recomputed as (
    select
        s.*, coalesce(o.rule_id, g.rule_id) as rule_id,
        case
            when s.rule_type in ('breaches', 'sub_maxima', 'boolean', 'bonus') then case when not s.is_step then 'not_a_step' end
            when s.state = 'conflict' then 'conflict'
            when s.state = 'undefined' then 'undefined'
            when s.points_low is null or s.points_high is null then 'missing'
            when not s.fits then 'differs'
            when s.state = 'known' then 'equal'
            else 'missing'
        end as why
    from {{ ref('int_rescored') }} as s
    cross join (select rule_id from owners where measure = '*') as g
    left join owners as o on s.measure = o.measure
    where s.rule_type in ('deduction', 'bands', 'proportional', 'breaches', 'sub_maxima', 'boolean', 'bonus') and s.counted_points is not null and s.row_kind = 'item'
        -- the rule on the execution row judges that one
        and s.measure is distinct from 'budget_execution_rate'
),

-- A rubric that nobody knows may print its condition all the same: 无结余得满分, beside a balance that the report states.
full_for_no_balance as (
    select s.*, o.rule_id,
        case when s.state = 'conflict' then 'conflict' when s.numerator > 0 then 'condition_unmet' else 'equal' end as why
    from {{ ref('int_rescored') }} as s
    inner join owners as o on s.measure = o.measure
    where s.measure = 'closing_carryover' and s.rule_type is null and s.row_kind = 'item' and s.counted_points >= s.marks
        and array_length(list_filter(s.operands, lambda x: x.concept = 'closing_carryover')) > 0
        and coalesce(s.numerator, -1) >= 0
        and (regexp_matches(s.criterion, '[无没]有?(资金)?结余[^0-9。；;不超]{0,6}满分')
             or try_cast(regexp_extract(s.criterion, '[无没]有?(资金)?结余[^0-9。；;不超]{0,6}([0-9]+([.][0-9]+)?)分', 2) as decimal(12, 4)) = s.marks)
),

-- 利用率为93%，扣3分: the percentage that a reason names for the row's own ratio.
named_ratios as (
    select
        s.*,
        regexp_extract(split_part(regexp_replace(coalesce(s.reason, ''), '[\s,]', '', 'g'), right(regexp_extract(s.row_name, '^(.*率)', 1), 3), 2),
                       '^(?:为|是|仅为|仅|只有|只达|达到|达)?([0-9]+(?:[.][0-9]+)?)[%％]', 1) as printed_ratio
    from {{ ref('int_rescored') }} as s
    where s.row_name like '%率' and s.measure not like '%change_rate'
),

explained as (
    select
        s.*, cast(null as decimal(12, 4)) as printed_ratio, r.rule_id,
        case when s.state = 'conflict' then 'conflict' when s.state <> 'known' or s.ratio is null then 'missing'
             when t.side = 'below' and s.ratio >= t.bound or t.side = 'above' and s.ratio <= t.bound then 'reason_contradicted' else 'equal' end as why
    from {{ ref('int_rescored') }} as s
    inner join {{ ref('reason_terms') }} as t on s.measure = t.measure and regexp_matches(coalesce(s.reason, ''), t.reason_pattern)
    cross join ({{ rules_of(['reason_agrees']) }}) as r
    where s.counted_points < s.marks

    union all

    select
        s.* exclude (printed_ratio), cast(s.printed_ratio as decimal(12, 4)) as printed_ratio, r.rule_id,
        case when s.state = 'conflict' then 'conflict' when s.state <> 'known' or s.ratio is null then 'missing'
             -- rounded or cut to the digits printed
             when cast(s.printed_ratio as decimal(12, 4)) between s.ratio_low - p.last_digit and s.ratio_high + p.last_digit then 'equal' else 'ratio_differs' end as why
    from named_ratios as s
    inner join (
        select report_id, indicator_id, try_cast('1e-' || length(regexp_extract(printed_ratio, '[.]([0-9]+)$', 1)) as decimal(12, 4)) as last_digit from named_ratios
    ) as p on s.report_id = p.report_id and s.indicator_id = p.indicator_id
    cross join ({{ rules_of(['reason_agrees']) }}) as r
    where s.printed_ratio <> '' and s.counted_points < s.marks
),

supported as (
    select
        s.report_id, s.score_table, r.rule_id, count(*) as rows_tested, count(*) filter (s.state = 'missing') as unsupported,
        string_agg(s.row_name, '、' order by s.char_start) filter (s.state = 'missing') as names,
        coalesce(list(s.row_operand order by s.char_start) filter (s.state = 'missing'), {{ no_operands() }}) as failing, list(s.row_operand order by s.char_start) as all_rows,
        list(s.measure order by s.char_start) filter (s.state = 'missing') as measures
    from {{ ref('int_rescored') }} as s
    cross join ({{ rules_of(['full_marks_supported']) }}) as r
    where s.row_kind = 'item' and s.counted_points >= s.marks and s.measure <> 'satisfaction_rate' and s.state in ('missing', 'known')
    group by s.report_id, s.score_table, r.rule_id
),

rows_judged as (
    select report_id, rule_id, score_table, row_name, level_2, char_start, why, points_low, points_high, counted_points, measure, operands, row_operand, rule_type, ratio, cast(null as decimal(12, 4)) as printed_ratio from recomputed where why is not null
    union all
    select report_id, rule_id, score_table, row_name, level_2, char_start, why, points_low, points_high, counted_points, measure, operands, row_operand, rule_type, ratio, printed_ratio from explained
    union all
    select report_id, rule_id, score_table, row_name, level_2, char_start, why, points_low, points_high, counted_points, measure, operands, row_operand, rule_type, ratio, cast(null as decimal(12, 4)) from full_for_no_balance
)

select
    report_id, rule_id, concat_ws('/', row_name, nullif(row_number() over (partition by report_id, rule_id, row_name order by char_start), 1)) as instance,
    case why when 'equal' then 'pass' when 'differs' then 'contradiction' when 'reason_contradicted' then 'contradiction' when 'ratio_differs' then 'contradiction' when 'undefined' then 'weakness' when 'not_a_step' then 'weakness' when 'condition_unmet' then 'weakness' else 'not_run' end
        as outcome,
    case when why = 'not_a_step' then 'info' end as severity, why as reason,
    -- the end of the range nearest to the stated points
    try_cast(case when printed_ratio is not null then ratio when counted_points < points_low then points_low else points_high end as decimal(20, 6)) as expected,
    try_cast(coalesce(printed_ratio, counted_points) as decimal(20, 6)) as actual,
    try_cast(case when printed_ratio is not null then printed_ratio - ratio when counted_points < points_low then counted_points - points_low else counted_points - points_high end as decimal(20, 6)) as difference,
    cast(0.05 as decimal(20, 6)) as tolerance, case when printed_ratio is not null then 'percent' else 'points' end as base_unit, case when why = 'missing' and measure is not null then [measure] else cast([] as varchar[]) end as missing, cast(null as decimal(20, 6)) as implied,
    row_name as detail, list_append(coalesce(operands, {{ no_operands() }}), row_operand) as operands
from rows_judged

union all

select
    report_id, rule_id, case when score_table = 1 then 'score_table' else 'score_table_' || score_table end,
    case when unsupported > 0 then 'weakness' else 'pass' end, null, case when unsupported > 0 then 'unsupported' else 'all_rows' end,
    try_cast(rows_tested as decimal(20, 6)), try_cast(unsupported as decimal(20, 6)), null, null, 'count', coalesce(measures, []), null, names,
    case when unsupported > 0 then failing else list_slice(all_rows, 1, 3) end
from supported
