-- Every figure, row and statement of a current report reaches its fact.
select 'figures' as what where (select count(*) from {{ ref('stg_figures') }}) <> (select count(*) from {{ ref('fct_figures') }})
union all
select 'indicators' where (select count(*) from {{ ref('stg_indicators') }}) <> (select count(*) from {{ ref('fct_indicators') }})
union all
select 'statements' where (select count(*) from {{ ref('stg_statements') }}) <> (select count(*) from {{ ref('fct_statements') }})
union all
select 'documents' where (select count(*) from {{ ref('stg_documents') }}) <> (select count(*) from {{ ref('fct_documents') }})
