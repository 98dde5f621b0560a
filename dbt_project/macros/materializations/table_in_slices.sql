{#
  A table made from some thousand reports at a time. DuckDB moves neither lists that it is gathering nor much of a wide join out of
  memory, so one query over all reports of a province would take memory as there are reports, and time beyond measure once there is
  none left. For models of which a row depends on rows of one report; `slice_of` says which.
  On other engines, and where SQL is only compiled, such a model is a table like any other.
#}
{% macro reports_in_a_slice() %}{{ return(env_var('JIHE_REPORTS_IN_A_SLICE', '4000') | int) }}{% endmacro %}

{# True for every report; the materialization writes the bounds of a slice in place of these. A range, for DuckDB can tell how much of a
   table it keeps; keys are evenly spread hexadecimal digits, and none is as short as a bound. #}
{% macro slice_of(report_id) -%} {{ report_id }} between {{ bounds_of_a_slice(0, 1) }} {%- endmacro %}

{% macro bounds_of_a_slice(slice, slices) %}
  {%- set low = '%02x' % (256 * slice // slices) if slice > 0 else '' -%}
  {%- set high = '%02x' % (256 * (slice + 1) // slices) if slice + 1 < slices else '~' -%}
  {{ return("'" ~ low ~ "' and '" ~ high ~ "'") }}
{% endmacro %}

{% macro in_slices() %}{{ return('table_in_slices' if target.name == 'build' else 'table') }}{% endmacro %}

{% materialization table_in_slices, adapter='duckdb' %}
  {%- set reports = run_query('select count(*) from ' ~ ref('stg_reports')).columns[0].values()[0] | int -%}
  {{ return(new_table([1 + [reports - 1, 0] | max // reports_in_a_slice(), 256] | min)) }}
{% endmaterialization %}
