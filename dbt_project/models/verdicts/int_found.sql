-- What the rules found, all kinds under each other.
{% set models = ['verdicts_sum_of_parts', 'verdicts_summary_row', 'verdicts_upper_bound', 'verdicts_year_balance', 'verdicts_resources',
    'verdicts_equality', 'verdicts_completion_band', 'verdicts_change_recomputed', 'verdicts_headcount', 'verdicts_agreement',
    'verdicts_unit_slip', 'verdicts_ratio_recomputed', 'verdicts_named_rate', 'verdicts_counted_share', 'verdicts_rate_recomputed', 'verdicts_score_totals',
    'verdicts_group_marks', 'verdicts_score_bound', 'verdicts_grade_band', 'verdicts_zero_pairs', 'verdicts_value_range',
    'verdicts_shares', 'verdicts_number_slips', 'verdicts_year_to_year', 'verdicts_growth', 'verdicts_structure', 'verdicts_score_rows',
    'verdicts_score_blocks', 'verdicts_execution_row', 'verdicts_high_score', 'verdicts_listed_items', 'verdicts_rescored', 'verdicts_funds_sum',
    'verdicts_claims', 'verdicts_observed', 'verdicts_presence', 'verdicts_peer_text', 'verdicts_text_order', 'verdicts_wording'] %}
{%- for model in models %}
select {{ verdict_columns() }} from {{ ref(model) }}
{{ 'union all' if not loop.last }}
{%- endfor %}
