{# Where rows come from. target build: Parquet files of the lake; target check: tables of the same name and columns. #}

{% macro lake(name) -%}
    {#- calling source() keeps the lineage, whatever the target reads -#}
    {%- set relation = source('lake', name) -%}
    {%- if target.name == 'check' -%}
        lake.{{ name }}
    {%- elif name in ('documents', 'submissions') -%}
        {{ parquet_files(env_var('JIHE_LAKE', 'lake') ~ '/' ~ name ~ '.parquet') }}
    {%- else -%}
        {{ parquet_files(env_var('JIHE_LAKE', 'lake') ~ '/extracts/[0-9]*/' ~ name ~ '.parquet') }}
    {%- endif -%}
{%- endmacro %}

{% macro run_file(name, variable) -%}
    {%- set relation = source('run', name) -%}
    {{ parquet_files(env_var(variable, name ~ '.parquet')) }}
{%- endmacro %}

{# Only the receipts of the folder this run was given: samples and real reports never mix in one publication. #}
{% macro of_this_root(column) -%}
    {%- if target.name == 'check' -%} true {%- else -%} {{ column }} = '{{ env_var('JIHE_ROOT', '') }}' {%- endif -%}
{%- endmacro %}

{# Only the reports that this build makes anew (orchestration/warehouse/changed.py says which); all, where it does not say. #}
{% macro in_scope(document_id) -%}
    {%- set scope = env_var('JIHE_SCOPE', '') if target.name == 'build' else '' -%}
    {%- if scope -%} {{ document_id }} in (select document_id from {{ parquet_files(scope) }}) {%- else -%} true {%- endif -%}
{%- endmacro %}
