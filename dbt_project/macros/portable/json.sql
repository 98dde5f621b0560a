{# One text field of every object of a JSON list. #}
{% macro texts_in_json(json, field) -%}{{ return(adapter.dispatch('texts_in_json', 'jihe')(json, field)) }}{%- endmacro %}
{% macro default__texts_in_json(json, field) -%} json_extract_string({{ json }}, '$[*].{{ field }}') {%- endmacro %}
{% macro spark__texts_in_json(json, field) -%}
    list_transform(from_json({{ json }}, 'array<struct<{{ field }}: string>>'), lambda x: x.{{ field }})
{%- endmacro %}
