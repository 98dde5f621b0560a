-- What the text claims against the figures it speaks of, row by row of rule_claims.csv.
with claimed as (
    select
        c.*, n.report_id, n.observation_id, n.text,
        try_cast(regexp_extract(n.text, '[0-9]+(?:[.][0-9]+)?') as decimal(14, 4)) * 10000 as stated_amount
    from {{ ref('rule_claims') }} as c
    inner join {{ ref('stg_observations') }} as n on c.claim = n.code and n.kind = 'claim'
    qualify row_number() over (partition by n.report_id, c.rule_id, c.claim order by n.char_start) = 1
),

-- A deviation needs its reason: the claim is what must be there, the figures are what asks for it.
asked as (
    select * from claimed
    union all
    select c.*, r.report_id, cast(null as varchar) as observation_id, cast(null as varchar) as text, cast(null as decimal(14, 4)) as stated_amount
    from {{ ref('rule_claims') }} as c
    cross join {{ ref('stg_reports') }} as r
    where c.test = 'needed_outside' and not exists (select 1 from claimed as k where k.report_id = r.report_id and k.claim = c.claim)
),

whole as (
    select report_id, concept, stage_key, figure_id, label, printed, value_base, base_unit, agrees
    from {{ ref('int_values') }}
    where place = 'all' and org_scope = 'department' and fund_key = '' and function_key = '' and economic_key = '' and expenditure_key = '' and is_report_year
),

figures as (
    select
        k.*, a.value_base as actual, a.base_unit, coalesce(b.value_base, case when k.base_in_claim then k.stated_amount end) as base,
        case when k.observation_id is not null then [{{ operand("'stated'", "'text'", quoted('k.text'), "''", 'null', 'k.observation_id') }}] else [] end
        || case when a.figure_id is not null then [{{ operand_of('part', 'a') }}] else [] end
        || case when b.figure_id is not null then [{{ operand_of('whole', 'b') }}] else [] end as operands,
        list_filter([case when a.figure_id is null then concat_ws('/', k.actual_concept, k.actual_stage) end,
                     case when b.figure_id is null and not k.base_in_claim then concat_ws('/', k.base_concept, k.base_stage) end], lambda m: m is not null) as missing,
        coalesce(a.agrees, true) and coalesce(b.agrees, true) as agrees
    from asked as k
    left join whole as a on k.report_id = a.report_id and k.actual_concept = a.concept and a.stage_key = coalesce(k.actual_stage, a.stage_key)
    left join whole as b on k.report_id = b.report_id and k.base_concept = b.concept and b.stage_key = coalesce(k.base_stage, b.stage_key)
    qualify row_number() over (partition by k.report_id, k.rule_id, k.claim order by a.figure_id, b.figure_id) = 1
),

judged as (
    select
        *,
        case when test = 'unsupported' then case when array_length(missing) > 0 then 'hit' else 'fits' end
            when array_length(missing) > 0 then 'missing'
            when not agrees then 'conflict'
            -- cross-multiplied: no quotient, no rounding
            when case test when 'above' then actual * 100 > base * percent when 'at_least' then actual * 100 >= base * percent
                     when 'below' then actual * 100 < base * percent
                     when 'needed_outside' then observation_id is null and (actual * 100 > base * (100 + percent) or actual * 100 < base * (100 - percent)) end
                then 'hit' else 'fits' end as why
    from figures
)

select
    report_id, rule_id, claim as instance,
    case why when 'hit' then outcome when 'fits' then 'pass' else 'not_run' end as outcome,
    case when why = 'hit' then severity end as severity, case when why = 'hit' then reason else why end as reason,
    case when why = 'hit' then try_cast(base as decimal(20, 6)) end as expected, actual, try_cast(actual - base as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance,
    coalesce(base_unit, 'yuan') as base_unit, missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from judged
