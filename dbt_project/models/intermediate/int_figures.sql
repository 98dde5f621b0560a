-- Figures with the interval each stands for, as printed (before any unit is put right).
with measured as (
    select
        *,
        {{ unit_exponent('unit') }} as exponent,
        case when source_kind = 'text' then 'text' else 'table' end as source_group
    from {{ figures_as_corrected() }}
),

-- Reports drop trailing zeros: the most decimals printed for a unit are the document's precision.
precisions as (
    select report_id, exponent, max(decimals) as decimals
    from measured
    where base_unit = 'yuan'
    group by report_id, exponent
),

-- 离退休72人，其中退休71人: the shorter label in the same sentence is a part of the longer one, not the same fact again.
{% set sentence = ['report_id', 'concept', 'measure', 'stage', 'fiscal_year', 'org_scope', 'fund_scope', 'function_code', 'economic_code', 'expenditure_scope', 'sentence_no'] %}
sentences as (
    select {{ sentence | join(', ') }}, max(value_base) as most, arg_max(label, value_base) as label
    from measured
    where source_kind = 'text'
    group by all
    having min(value_base) < max(value_base)
),

precise as (
    select
        m.*,
        case when m.base_unit = 'yuan' then greatest(m.decimals, p.decimals) else m.decimals end as document_decimals,
        m.value_base < s.most and m.label <> s.label and contains(s.label, m.label) as is_breakdown
    from measured as m
    left join precisions as p on m.base_unit = 'yuan' and m.report_id = p.report_id and m.exponent = p.exponent
    left join sentences as s
        on m.source_kind = 'text' and {% for column in sentence %}m.{{ column }} is not distinct from s.{{ column }}{{ ' and ' if not loop.last }}{% endfor %}
)

select
    * exclude (is_breakdown),
    {{ half_unit('value_base', 'base_unit', 'document_decimals', 'exponent', 'decimals') }} as strict_half,
    {{ half_unit('value_base', 'base_unit', 'decimals', 'exponent', 'decimals') }} as printed_half,
    -- about, nearly, or an unsure reading: never evidence of a contradiction
    not approximate and confidence >= 0.9 and value_base is not null and not coalesce(is_breakdown, false) as is_usable
from precise
