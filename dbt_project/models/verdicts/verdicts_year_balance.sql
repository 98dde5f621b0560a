-- Opening balance + income (+ use of surplus) = expenditure (+ distribution) + closing balance.
-- An opening or closing balance that is not printed is unknown, never zero. Many reports count the opening balance as
-- part of income: income alone then balances, and the report is asked to say so instead of being accused.
with sides as (
    select
        *,
        {%- for suffix in ['', '_strict_low', '_strict_high', '_printed_low', '_printed_high'] %}
        coalesce(opening{{ suffix }}, 0) + revenue{{ suffix }} + coalesce(use{{ suffix }}, 0) as sources{{ suffix }},
        expenditure{{ suffix }} + coalesce(distribution{{ suffix }}, 0) + coalesce(closing{{ suffix }}, 0) as uses{{ suffix }},
        {%- endfor %}
        list_filter([case when opening is null then 'opening_carryover' end, case when closing is null then 'closing_carryover' end], lambda x: x is not null)
            as missing
    from {{ ref('int_year_terms') }}
    where kind = 'year_balance' and revenue is not null and expenditure is not null
),

reasoned as (
    select
        *,
        case
            when has_conflict then 'conflict'
            when {{ intervals_meet('sources_strict_low', 'sources_strict_high', 'uses_strict_low', 'uses_strict_high') }} then 'equal'
            when {{ intervals_meet('sources_printed_low', 'sources_printed_high', 'uses_printed_low', 'uses_printed_high') }} then 'rounding_compatible'
            when opening > 0 and {{ intervals_meet('revenue_strict_low', 'revenue_strict_high', 'uses_strict_low', 'uses_strict_high') }}
                and closing is not null then 'opening_included'
            when array_length(missing) > 1 then 'terms_missing'
            when array_length(missing) = 1 then 'term_missing'
            -- a cumulative surplus need not hold all that is carried over: it can confirm the balance, and not break it
            when has_stand_in then 'term_missing'
            else 'unbalanced'
        end as reason
    from sides
)

select
    report_id, rule_id,
    {{ instance_name(["nullif(org_scope, 'department')", "nullif(fund_key, '')"]) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'term_missing' then 'weakness' when 'terms_missing' then 'weakness' when 'opening_included' then 'weakness'
        when 'conflict' then 'not_run' else 'contradiction' end as outcome,
    case when reason in ('rounding_compatible', 'opening_included') then 'info' end as severity,
    reason, sources as expected, uses as actual, uses - sources as difference,
    (sources_printed_high - sources_printed_low + uses_printed_high - uses_printed_low) * 0.5 as tolerance,
    'yuan' as base_unit, case when reason = 'equal' then [] when reason = 'term_missing' and array_length(missing) = 0 then ['closing_carryover'] else missing end as missing,
    case when reason = 'term_missing' then
        case when opening is null then uses - sources when array_length(missing) = 0 then sources - uses + closing else sources - uses end
    end as implied,
    cast(null as varchar) as detail, operands
from reasoned
