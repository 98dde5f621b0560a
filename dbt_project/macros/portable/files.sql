{# Parquet files as a table; * in the path stands for any folder. Columns that older files lack are null. #}
{% macro parquet_files(path) -%}{{ return(adapter.dispatch('parquet_files', 'jihe')(path)) }}{%- endmacro %}

{% macro default__parquet_files(path) -%}
    read_parquet('{{ path }}'{{ ', union_by_name = true' if '*' in path }})
{%- endmacro %}

{#- spark.sql.parquet.mergeSchema is on in our sessions -#}
{% macro spark__parquet_files(path) -%} parquet."{{ path }}" {%- endmacro %}
