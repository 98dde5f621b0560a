select id as concept, label_zh, label_en, kind, nature, parent, identity, sign, ambiguity, standard_term from {{ ref('concepts') }}
