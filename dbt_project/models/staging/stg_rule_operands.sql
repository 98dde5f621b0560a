select
    o.rule_id,
    r.kind,
    o.operand_no,
    o.role,
    o.concept,
    coalesce(o.measure, 'level') as measure,
    -- null: the stage of the comparison; 'none': a stock, which has no stage
    o.stage,
    o.sign,
    o.requirement,
    o.stands_for,
    o.expenditure_scope,
    -- a class of the classifications, with % for several; null: no class
    o.code,
    coalesce(o.each_code, false) as each_code,
    coalesce(o.pair, 1) as pair,
    coalesce(o.choice, 1) as choice,
    o.severity
from {{ ref('rule_operands') }} as o
inner join {{ ref('stg_rules') }} as r on o.rule_id = r.rule_id
