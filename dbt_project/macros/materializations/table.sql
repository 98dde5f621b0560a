{#
  Tables of a build. Its file is nobody's but the run's until it is published, so nothing of an earlier one need be kept aside and renamed:
  that costs as much again as a small table itself, ninety times.
#}
{% materialization table, adapter='duckdb', supported_languages=['sql'] %}
  {{ return(new_table(1)) }}
{% endmaterialization %}

{# The table of a model, made in so many slices (table_in_slices). #}
{% macro new_table(slices) %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- do drop_relation_if_exists(load_cached_relation(this)) -%}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {% for slice in range(slices) %}
    {%- set code = compiled_code if slices == 1 else compiled_code | replace(bounds_of_a_slice(0, 1), bounds_of_a_slice(slice, slices)) -%}
    {% call statement('main') -%}
      {%- if loop.first -%} {{ create_table_as(False, target_relation, code) }}
      {%- else -%} insert into {{ target_relation }} by name ({{ code }}) {%- endif -%}
    {%- endcall %}
  {% endfor %}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {% do persist_docs(target_relation, model) %}
  {{ adapter.commit() }}
  {{ return({'relations': [target_relation]}) }}
{% endmacro %}
