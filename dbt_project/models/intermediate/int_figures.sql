-- Figures with the interval each stands for, as printed (before any unit is put right).
with measured as (
    select
        *,
        {{ unit_exponent('unit') }} as exponent,
        case when source_kind = 'text' then 'text' else 'table' end as source_group
    from {{ figures_as_corrected() }}
),

precise as (
    select
        *,
        -- reports drop trailing zeros: the most decimals printed for that unit are the document's precision
        case when base_unit = 'yuan'
             then greatest(decimals, max(decimals) over (partition by report_id, base_unit, exponent)) else decimals end
            as document_decimals,
        -- 离退休72人，其中退休71人: the shorter label in the same sentence is a part of the longer one, not the same fact again
        source_kind = 'text' and value_base < max(value_base) over same_sentence
            and label <> arg_max(label, value_base) over same_sentence
            and contains(arg_max(label, value_base) over same_sentence, label) as is_breakdown
    from measured
    window same_sentence as (
        partition by report_id, concept, measure, stage, fiscal_year, org_scope, fund_scope, function_code, economic_code, expenditure_scope,
            source_kind, sentence_no
    )
)

select
    * exclude (is_breakdown),
    {{ half_unit('value_base', 'base_unit', 'document_decimals', 'exponent', 'decimals') }} as strict_half,
    {{ half_unit('value_base', 'base_unit', 'decimals', 'exponent', 'decimals') }} as printed_half,
    -- about, nearly, or an unsure reading: never evidence of a contradiction
    not approximate and confidence >= 0.9 and value_base is not null and not coalesce(is_breakdown, false) as is_usable
from precise
