-- A rule that found nothing to judge must say so: silence would read as a pass.
select p.report_id, r.rule_id
from {{ ref('dim_report') }} as p
cross join {{ ref('dim_rule') }} as r
where r.is_implemented
    and not exists (select 1 from {{ ref('fct_verdicts') }} as v where v.report_id = p.report_id and v.rule_id = r.rule_id)
