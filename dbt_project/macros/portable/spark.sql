{#
  dbt-spark's own macros where this project needs others. Models are written in DuckDB's SQL and said in Spark's by the adapter
  (orchestration/engines/adapter.py). Tables are Parquet files below the folder of the build, so that DuckDB can read them.
#}

{% macro spark__create_schema(relation) -%}
    {%- call statement('create_schema') -%}
        create schema if not exists {{ relation.without_identifier() }} location '{{ env_var('JIHE_SPARK_WAREHOUSE') }}/{{ relation.schema }}'
    {%- endcall -%}
{%- endmacro %}

{% macro spark__create_table_as(temporary, relation, compiled_code, language='sql') -%}
    create table {{ relation }} using parquet as {{ adapter.in_spark_sql(compiled_code) }}
{%- endmacro %}

{# Contracts are enforced when the table enters the build's file (orchestration/engines/tables.py). #}
{% macro spark__persist_constraints(relation, model) %}{% endmacro %}
