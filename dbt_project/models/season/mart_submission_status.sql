-- Who has sent what: a row for every report that is due, and one for every report received beside them.
{% set today = "cast(cast(coalesce(nullif('" ~ env_var('JIHE_RUN_AT', '') ~ "', ''), cast(current_timestamp as varchar)) as timestamp with time zone) at time zone 'Asia/Shanghai' as date)" %}
with expected as (
    select
        line_no, department_name, fiscal_year, region_code, deadline, contact_role, coalesce(report_kind, 'department_self_evaluation') as report_kind,
        -- every name under which the department may write, as it stands and without its region in front
        list_distinct(list_filter(flatten(list_transform(
            list_prepend(department_name, coalesce(string_split_regex(also_known_as, '[;；]'), [])),
            lambda n: [{{ plain_name('n') }}, {{ without_region(plain_name('n'), 'g.region_name', 'g.own_name') }}])), lambda n: n <> '')) as names
    from {{ run_file('expected_reports', 'JIHE_EXPECTED_REPORTS') }} as e
    left join (select code, name as own_name, name as region_name from {{ ref('regions') }}) as g on e.region_code = g.code
),

received as (
    select
        p.*,
        list_distinct([{{ plain_name('p.department_name') }}, {{ without_region(plain_name('p.department_name'), 'p.region_name', 'g.name') }}]) as names,
        min(p.received_at) over (partition by p.report_key) as first_received_at,
        max(p.version) over (partition by p.report_key) as versions,
        p.is_withdrawn and not bool_or(p.is_current) over (partition by p.report_key) as is_gone
    from {{ ref('dim_report') }} as p
    left join {{ ref('regions') }} as g on p.region_code = g.code
),

names_expected as (
    select line_no, fiscal_year, region_code, report_kind, unnest(names) as name from expected
),

names_received as (
    select report_id, fiscal_year, region_code, report_kind, is_gone, unnest(names) as name from received where is_current or is_gone
),

matched as (
    select distinct e.line_no, r.report_id, r.is_gone
    from names_expected as e
    inner join names_received as r
        on e.name = r.name and e.fiscal_year = r.fiscal_year and e.report_kind = r.report_kind
        and coalesce(e.region_code = r.region_code, true)
),

found as (
    select
        report_id,
        count(*) filter (severity = 'error' and status = 'open') as findings_error,
        count(*) filter (severity = 'warning' and status = 'open') as findings_warning,
        count(*) filter (severity = 'info' and status = 'open') as findings_info,
        count(*) filter (status = 'accepted') as findings_accepted
    from {{ ref('fct_findings') }}
    group by report_id
),

-- Several files may make up what is due (text and table): their findings count together, the latest stands for them.
answered as (
    select
        m.line_no,
        arg_max(r.report_id, (r.received_at, r.report_id)) as report_id,
        count(*) as reports,
        min(r.first_received_at) as first_received_at,
        max(r.received_at) as received_at,
        max(r.versions) as versions,
        sum(coalesce(f.findings_error, 0)) as findings_error,
        sum(coalesce(f.findings_warning, 0)) as findings_warning,
        sum(coalesce(f.findings_info, 0)) as findings_info,
        sum(coalesce(f.findings_accepted, 0)) as findings_accepted
    from matched as m
    inner join received as r on m.report_id = r.report_id
    left join found as f on m.report_id = f.report_id
    where not m.is_gone
    group by m.line_no
),

-- What was sent and whose file was then taken out of the inbox.
gone as (
    select m.line_no, list_sort(list(distinct r.file_name)) as withdrawn_files
    from matched as m
    inner join received as r on m.report_id = r.report_id
    where m.is_gone
    group by m.line_no
),

-- Files that could be what is missing: they bear the department's name but could not be read as its report.
possible as (
    select e.line_no, list(distinct d.relative_path order by d.relative_path) as possible_files
    from (select * from names_expected where line_no not in (select line_no from answered)) as e
    inner join {{ ref('stg_documents') }} as d
        on contains({{ plain_name('d.relative_path') }}, e.name) and d.status <> 'duplicate' and coalesce(d.presence, 'here') = 'here'
        and (d.status <> 'extracted' or d.department_name is null or d.fiscal_year is distinct from e.fiscal_year or d.report_kind is distinct from e.report_kind)
        and (d.status <> 'extracted' or d.department_name is null or d.fiscal_year is null or d.fiscal_year = e.fiscal_year)
    group by e.line_no
),

all_rows as (
    select
        'expected-' || cast(e.line_no as varchar) as status_id, true as is_expected, e.department_name, e.region_code, e.fiscal_year, e.report_kind, e.deadline, e.contact_role,
        a.report_id, coalesce(a.reports, 0) as reports, a.versions, a.first_received_at, a.received_at,
        a.findings_error, a.findings_warning, a.findings_info, a.findings_accepted, coalesce(p.possible_files, []) as possible_files, coalesce(g.withdrawn_files, []) as withdrawn_files
    from expected as e
    left join answered as a on e.line_no = a.line_no
    left join gone as g on e.line_no = g.line_no
    left join possible as p on e.line_no = p.line_no

    union all

    select
        r.report_key as status_id, false as is_expected, r.department_name, r.region_code, r.fiscal_year, r.report_kind, cast(null as date) as deadline,
        cast(null as varchar) as contact_role, case when not r.is_gone then r.report_id end as report_id, case when r.is_gone then 0 else 1 end as reports, r.versions, r.first_received_at, r.received_at,
        coalesce(f.findings_error, 0) as findings_error, coalesce(f.findings_warning, 0) as findings_warning, coalesce(f.findings_info, 0) as findings_info,
        coalesce(f.findings_accepted, 0) as findings_accepted, cast([] as varchar[]) as possible_files, case when r.is_gone then [r.file_name] else [] end as withdrawn_files
    from received as r
    left join found as f on r.report_id = f.report_id
    where (r.is_current or r.is_gone) and r.report_id not in (select report_id from matched)
)

select
    s.status_id, s.is_expected, s.department_name, s.region_code, s.fiscal_year, s.report_kind, s.deadline, s.contact_role,
    case
        when s.report_id is null and array_length(s.withdrawn_files) > 0 then 'withdrawn'
        when s.report_id is null and s.deadline < {{ today }} then 'late'
        when s.report_id is null then 'not_sent'
        when s.findings_error > 0 then 'returned'
        when s.findings_warning > 0 then 'received'
        else 'clean'
    end as status,
    coalesce(cast(s.first_received_at at time zone 'Asia/Shanghai' as date) > s.deadline, s.report_id is null and s.deadline < {{ today }}, false) as is_late,
    case when s.deadline is not null then cast(greatest(date_diff('day', s.deadline, coalesce(cast(s.first_received_at at time zone 'Asia/Shanghai' as date), {{ today }})), 0) as bigint) end as days_late,
    s.report_id, p.file_name, cast(s.reports as bigint) as reports, s.versions, s.first_received_at, s.received_at,
    cast(coalesce(s.findings_error, 0) as bigint) as findings_error,
    cast(coalesce(s.findings_warning, 0) as bigint) as findings_warning,
    cast(coalesce(s.findings_info, 0) as bigint) as findings_info,
    cast(coalesce(s.findings_accepted, 0) as bigint) as findings_accepted,
    s.possible_files, s.withdrawn_files
from all_rows as s
left join {{ ref('dim_report') }} as p on s.report_id = p.report_id
