{{ reconciled('persons', "c.kind = 'persons'") }}
