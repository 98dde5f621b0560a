{#- Every two versions of one report, the earlier one first: one row per pair. -#}
{% macro version_pairs() %}
select
    concat_ws('/', b.report_key, a.version, b.version) as pair_id, b.report_key, b.department_name, b.fiscal_year,
    a.version as from_version, b.version as to_version, a.report_id as from_report_id, b.report_id as to_report_id
from {{ ref('dim_report') }} as a
inner join {{ ref('dim_report') }} as b on a.report_key = b.report_key and a.version < b.version
{% endmacro %}
