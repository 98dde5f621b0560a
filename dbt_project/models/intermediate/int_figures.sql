-- Figures with the interval each stands for, as printed (before any unit is put right).
with measured as (
    select
        *,
        {{ unit_exponent('unit') }} as exponent,
        case when source_kind = 'text' then 'text' else 'table' end as source_group
    from {{ ref('stg_figures') }}
),

precise as (
    select
        *,
        -- reports drop trailing zeros: the most decimals printed for that unit are the document's precision
        case when base_unit = 'yuan'
             then greatest(decimals, max(decimals) over (partition by report_id, base_unit, exponent)) else decimals end
            as document_decimals
    from measured
)

select
    * exclude (decimals),
    decimals,
    {{ half_unit('value_base', 'base_unit', 'document_decimals', 'exponent', 'decimals') }} as strict_half,
    {{ half_unit('value_base', 'base_unit', 'decimals', 'exponent', 'decimals') }} as printed_half,
    -- about, nearly, or an unsure reading: never evidence of a contradiction
    not approximate and confidence >= 0.9 and value_base is not null as is_usable
from precise
