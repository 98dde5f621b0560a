{# Each item once, at its first place; list_distinct() of DuckDB keeps no order. #}
{% macro distinct_in_order(list) -%}{{ return(adapter.dispatch('distinct_in_order', 'jihe')(list)) }}{%- endmacro %}
{% macro default__distinct_in_order(list) -%} list_filter({{ list }}, lambda p, i: list_position({{ list }}, p) = i) {%- endmacro %}
{% macro spark__distinct_in_order(list) -%} list_distinct({{ list }}) {%- endmacro %}
