{# Corrections of figures, between what is reported and what is compared. `jihe check` knows none: it reads single files. #}

{# The unit's own base: what a corrected number may be printed in. #}
{% macro base_of_unit(unit) -%}
    case when {{ unit }} like '%元' then 'yuan' when {{ unit }} in ('人', '名', '万人', '位', '个人') then 'persons'
         when {{ unit }} in ('%', '％', '个百分点', '百分点') then 'percent' when {{ unit }} = '分' then 'points' end
{%- endmacro %}

{# Figures with their corrected number; a person has looked at it, so it is neither approximate nor unsure. #}
{% macro figures_as_corrected() -%}
    {%- if target.name == 'check' -%}
    {{ ref('stg_figures') }}
    {%- else -%}
    (
        select f.* replace (
            coalesce(c.corrected_value, f.value) as value,
            coalesce(c.corrected_unit, f.unit) as unit,
            coalesce(c.corrected_decimals, f.decimals) as decimals,
            coalesce(c.corrected_value_base, f.value_base) as value_base,
            coalesce(c.corrected_printed, f.printed) as printed,
            f.approximate and c.figure_id is null as approximate,
            case when c.figure_id is null then f.confidence else 1 end as confidence
        )
        from {{ ref('stg_figures') }} as f
        left join {{ ref('int_corrections') }} as c on f.figure_id = c.figure_id and c.state = 'applied'
    )
    {%- endif -%}
{%- endmacro %}
