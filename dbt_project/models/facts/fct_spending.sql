{{ reconciled('yuan', "c.kind = 'money' and (c.nature = 'flow' or " ~ is_balance('v.concept') ~ ')') }}
