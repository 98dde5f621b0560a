{#
  Tolerance, in one place. A number printed with d decimals stands for the closed interval
  [v - half a unit of digit d, v + the same]; a comparison fails only if two intervals have no point in common.
  Everything is DECIMAL: no float comes near a comparison.
#}

{# Power of ten of the printed unit: 万元 -> 4. Characters decide, so 万, 万元 and 万人 agree. #}
{% macro unit_exponent(unit) -%}
    case when {{ unit }} like '%亿%' then 8 when {{ unit }} like '%百万%' then 6 when {{ unit }} like '%十万%' then 5
         when {{ unit }} like '%万%' then 4 when {{ unit }} like '%千%' then 3 when {{ unit }} like '%百%' and {{ unit }} not like '%百分%' then 2 else 0 end
{%- endmacro %}

{#
  Half a unit of the last digit, in base units. Exact: heads, counts and points, and a literal 0
  (with d = 0 it would stand for half a unit either way and hide real gaps).
#}
{% macro half_unit(value_base, base_unit, decimals, exponent, printed_decimals) -%}
    case when {{ base_unit }} not in ('yuan', 'percent') or ({{ value_base }} = 0 and coalesce({{ printed_decimals }}, 0) = 0)
         then cast(0 as decimal(20, 6))
         {#- 0.5 x 10^(exponent - decimals), made from text so that no power() brings a float in -#}
         else coalesce(try_cast('5e' || ({{ exponent }} - coalesce({{ decimals }}, 0) - 1) as decimal(20, 6)), 0) end
{%- endmacro %}

{% macro intervals_meet(a_low, a_high, b_low, b_high) -%}
    ({{ a_low }} <= {{ b_high }} and {{ b_low }} <= {{ a_high }})
{%- endmacro %}

{#
  numerator / denominator x 100 meets the printed percent: compared by cross-multiplication.
  20 + 12 digits fit the 38 of DECIMAL; a percentage beyond a million is no percentage and compares as unknown. Only for numerators >= 0 and denominators > 0.
#}
{% macro ratio_meets(n_low, n_high, d_low, d_high, p_low, p_high) -%}
    ({{ n_low }} * 100 <= try_cast({{ p_high }} as decimal(12, 6)) * {{ d_high }}
     and {{ n_high }} * 100 >= try_cast({{ p_low }} as decimal(12, 6)) * {{ d_low }})
{%- endmacro %}

{# numerator / denominator in percent, rounded half up to two decimals with whole numbers; for display. #}
{% macro percent_of(numerator, denominator) -%}
    case when {{ denominator }} > 0 then try_cast(
        ((cast({{ numerator }} * 1000000 as hugeint) * 20000 + cast({{ denominator }} * 1000000 as hugeint))
         // (2 * cast({{ denominator }} * 1000000 as hugeint))) as decimal(18, 0)) * 0.01 end
{%- endmacro %}

{# The verdict of two comparisons: at the document's precision, and at the figures' own printed digits. #}
{% macro judged(strict, printed, failed="'contradiction'") -%}
    case when {{ strict }} then 'pass' when {{ printed }} then 'weakness' else {{ failed }} end
{%- endmacro %}
