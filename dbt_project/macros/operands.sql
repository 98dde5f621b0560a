{# One operand of a verdict. Every verdict model builds its list of these, so all have the same fields. #}
{% macro operand(role, concept, label, printed, value_base, source_id, sign=1) -%}
    struct_pack(role := cast({{ role }} as varchar), concept := cast({{ concept }} as varchar), label := cast({{ label }} as varchar),
                printed := cast({{ printed }} as varchar), value_base := try_cast({{ value_base }} as decimal(20, 6)),
                figure_id := cast({{ source_id }} as varchar), sign := cast({{ sign }} as integer))
{%- endmacro %}

{% macro operand_of(role, alias) -%}
    {{ operand("'" ~ role ~ "'", alias ~ '.concept', alias ~ '.label', alias ~ '.printed', alias ~ '.value_base', alias ~ '.figure_id') }}
{%- endmacro %}

{% macro no_operands() -%}
    cast([] as struct(role varchar, concept varchar, label varchar, printed varchar, value_base decimal(20, 6), figure_id varchar, sign integer)[])
{%- endmacro %}

{#
  The readable name of a verdict within its rule: stage, then what narrows it, then where it was read.
  Parts that are the default (whole department, the report's year) are left out.
#}
{% macro instance_name(parts) -%}
    coalesce(nullif(concat_ws('/', {{ parts | join(', ') }}), ''), 'report')
{%- endmacro %}

{# The columns every verdict model ends with, in one order, so that they can be put under each other. #}
{% macro verdict_columns() -%}
    report_id, rule_id, instance, outcome, severity, reason, expected, actual, difference, tolerance, base_unit,
    missing, implied, detail, operands
{%- endmacro %}

{# Reports to which a rule of these kinds applies, each with its rule. #}
{% macro rules_of(kinds) -%}
    select * from {{ ref('stg_rules') }} where kind in ({% for k in kinds %}'{{ k }}'{{ ', ' if not loop.last }}{% endfor %})
{%- endmacro %}

{# Amounts in words: yuan as 万元 with trailing zeros dropped. #}
{% macro shown(value, base_unit, language='zh') -%}
    {%- set names = {'zh': ['万元', '人', '%', '分'], 'en': [' ×10⁴ yuan', ' persons', '%', ' points']}[language] -%}
    (case {{ base_unit }}
        when 'yuan' then {{ trimmed('cast(' ~ value ~ ' as decimal(24, 6)) * 0.0001') }} || '{{ names[0] }}'
        when 'persons' then {{ trimmed(value) }} || '{{ names[1] }}'
        when 'percent' then {{ trimmed(value) }} || '{{ names[2] }}'
        when 'points' then {{ trimmed(value) }} || '{{ names[3] }}'
        else {{ trimmed(value) }} end)
{%- endmacro %}

{% macro trimmed(value) -%}
    (case when cast({{ value }} as varchar) like '%.%' then rtrim(rtrim(cast({{ value }} as varchar), '0'), '.') else cast({{ value }} as varchar) end)
{%- endmacro %}

{# Words of the report inside quotation marks: no line breaks, inner marks single. #}
{% macro quoted(text) -%}
    concat('“', translate(regexp_replace({{ text }}, '\s+', '', 'g'), '“”', '‘’'), '”')
{%- endmacro %}

{# A message with the texts of its names put in; a text that is missing leaves nothing. #}
{% macro filled_in(message, texts) -%}
    {%- set ns = namespace(sql=message) -%}
    {%- for name, text in texts -%}
        {%- set ns.sql = "replace(" ~ ns.sql ~ ", '{" ~ name ~ "}', coalesce(" ~ text ~ ", ''))" -%}
    {%- endfor -%}
    {{ ns.sql }}
{%- endmacro %}

{# 2,480.11万元 as 2,480.11 ×10⁴ yuan: an English message says the unit in English. Other words stay as printed. #}
{% macro units_in_english(text) -%}
    case when regexp_full_match({{ text }}, '[-0-9.,]+(亿元|万元|元|人)')
         then replace(replace(replace(replace({{ text }}, '亿元', ' ×10⁸ yuan'), '万元', ' ×10⁴ yuan'), '元', ' yuan'), '人', ' persons')
         else {{ text }} end
{%- endmacro %}
