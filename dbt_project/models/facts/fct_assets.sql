{{ reconciled('yuan', "c.kind = 'money' and c.nature = 'stock' and not " ~ is_balance('v.concept')) }}
