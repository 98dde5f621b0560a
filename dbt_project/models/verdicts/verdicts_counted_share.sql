-- A count and its share of a whole that is not printed: some whole number must have that share.
with rule as (
    select distinct rule_id from {{ ref('stg_rule_operands') }} where kind = 'ratio_recomputed' and role = 'stated' and concept = '*' and measure = 'share'
),

counted as (
    select
        s.report_id, s.figure_id, s.concept, s.label, s.printed, s.value_base, s.base_unit, s.printed_low, s.printed_high, s.char_start, s.sentence_no,
        n.value_base as counted,
        {{ operand_of('part', 'n') }} as counted_operand,
        row_number() over (partition by s.figure_id order by n.char_start > s.char_start, abs(n.char_start - s.char_start)) as rank,
        row_number() over (partition by s.report_id order by s.char_start, s.figure_id, n.char_start) as position
    from {{ ref('int_assertions') }} as s
    inner join {{ ref('int_assertions') }} as n
        on s.report_id = n.report_id and s.sentence_no = n.sentence_no and n.concept = 'activity_count' and n.measure = 'level'
    where s.concept = 'activity_count' and s.measure = 'share' and s.value_base > 0 and n.value_base > 0 and n.value_base = floor(n.value_base)
),

bounded as (
    select
        *,
        -- smallest and largest whole with that share, in whole numbers: ceil(100 n / high) and floor(100 n / low)
        (cast(counted as hugeint) * 100000000 + cast(printed_high * 1000000 as hugeint) - 1) // cast(printed_high * 1000000 as hugeint) as smallest,
        case when printed_low > 0 then cast(counted as hugeint) * 100000000 // cast(printed_low * 1000000 as hugeint) end as largest,
        row_number() over (partition by report_id order by char_start, figure_id) as nth
    from counted
    where rank = 1
)

select
    b.report_id, r.rule_id,
    {{ instance_name(["'count'", 'b.nth']) }} as instance,
    case when b.largest is null or b.smallest <= b.largest then 'pass' else 'contradiction' end as outcome,
    cast(null as varchar) as severity,
    case when b.largest is null or b.smallest <= b.largest then 'equal' else 'no_whole_number' end as reason,
    cast(null as decimal(20, 6)) as expected, b.value_base as actual, cast(null as decimal(20, 6)) as difference,
    (b.printed_high - b.printed_low) * 0.5 as tolerance, b.base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    [{{ operand("'stated'", 'b.concept', 'b.label', 'b.printed', 'b.value_base', 'b.figure_id') }}, b.counted_operand] as operands
from bounded as b
cross join rule as r
