{#
  A median or quartile of numbers with two decimals, to two decimals. Half-way between two of them takes three, a quarter of the way
  four: counted in four decimals it is exact, so that both databases round the same number and round it up.
#}
{% macro middle(call, column, window='') -%}
    cast(cast({{ call | replace('value', 'cast(' ~ column ~ ' as decimal(20, 4))') }} {{ window }} as decimal(20, 4)) as decimal(18, 2))
{%- endmacro %}
