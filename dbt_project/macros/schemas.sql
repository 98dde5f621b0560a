{#
  Schema names are promises to readers: exactly the configured name, no prefix of the target. On a cluster, which many
  builds share, each build has schemas of its own; readers never see those.
#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {%- set name = custom_schema_name | trim if custom_schema_name else target.schema -%}
    {{ target.schema ~ '_' ~ name if target.type == 'spark' else name }}
{%- endmacro %}
