select code as region_code, name as region_name, level, parent_code from {{ ref('regions') }}
