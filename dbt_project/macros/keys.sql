{# What makes reports speak of each other. Plain Jinja without anything of dbt's: orchestration/warehouse/changed.py renders these too. #}

{# The department behind a report: its name and its division. Null where the name is unknown. #}
{% macro department_key(name, region) -%}
    case when {{ name }} is not null then left(md5(concat(coalesce({{ region }}, ''), '|', {{ name }})), 12) end
{%- endmacro %}

{# Departments of one kind: the name without its place, 云溪区委组织部 and 衡山县委组织部 alike. A report without a name is alone. #}
{% macro peer_group(name, report_id) -%}
    coalesce(nullif(regexp_extract({{ name }}, '([^省市县区旗州]{2,12})$', 1), ''), {{ report_id }})
{%- endmacro %}

{# Whom a statement is compared with: departments by name. #}
{% macro speaker(name, report_id) -%} coalesce({{ name }}, {{ report_id }}) {%- endmacro %}

{# Statements that are long enough to be somebody's own; shorter ones are phrases that everybody uses. #}
{% macro is_own_words(text) -%} length({{ text }}) >= 20 {%- endmacro %}
