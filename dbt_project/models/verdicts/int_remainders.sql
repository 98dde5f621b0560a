-- Money, what was paid of it and what was left, which add up to the digit: one row per payment, remainder and money.
-- Three amounts read for the wrong thing hardly ever do, so each of the three is what it was taken for.
with amounts as (
    select * from {{ ref('int_assertions') }}
    where measure = 'level' and base_unit = 'yuan' and value_base > 0 and org_scope <> 'subordinate'
)

select distinct
    p.report_id, p.figure_id as paid_id, r.figure_id as remainder_id, m.figure_id as money_id
from amounts as r
inner join amounts as p
    on r.report_id = p.report_id and r.org_scope = p.org_scope and r.fund_key = p.fund_key and r.fiscal_year is not distinct from p.fiscal_year
inner join amounts as m
    on p.report_id = m.report_id and p.org_scope = m.org_scope and p.fund_key = m.fund_key and p.fiscal_year is not distinct from m.fiscal_year
        and p.concept = m.concept and p.expenditure_key = m.expenditure_key and p.function_key = m.function_key and p.economic_key = m.economic_key
where r.concept in ('closing_carryover', 'carryover_funds', 'surplus_funds')
    -- 全年支出846万元，执行率92%，结转74万元: printed in one sentence, so meant to go together
    and r.sentence_no = p.sentence_no and r.source_group = p.source_group and r.table_no is not distinct from p.table_no
    and p.stage_key = 'final_account' and m.stage_key in ('initial_budget', 'adjusted_budget')
    and p.value_base + r.value_base = m.value_base
