"""Aggregates of DuckDB that keep an order or pass over nulls, said in Spark SQL: list(), arg_max(), first().

Belongs here: what is made of several rows and of their order.
Does not belong here: functions of one row (``dialect``), queries as a whole (``dialect_selects``).
"""

from __future__ import annotations

from sqlglot import exp

from orchestration.engines.dialect_words import call, spark


def ordered_list(node: exp.Expr) -> exp.Expr | None:
    """list(x order by k) filter (c): null when there is no row, as in DuckDB; nulls within stay."""
    outer = node
    while isinstance(outer.parent, exp.Filter | exp.Window) and outer.parent.this is outer:
        outer = outer.parent
    inner, keys = node.this, []
    if isinstance(inner, exp.Order):
        inner, keys = inner.this, inner.expressions
    condition = outer.expression.this if isinstance(outer, exp.Filter) else None
    if isinstance(outer, exp.Window):
        made: exp.Expr = outer.copy()
        made.set("this", call("collect_list", inner))
    elif isinstance(inner, exp.Distinct):
        kept = _filtered(call("collect_set", inner.expressions[0]), condition)
        made = _none_if_empty(call("array_sort", kept) if keys else kept, condition)
    else:
        fields = [
            exp.PropertyEQ(this=exp.to_identifier(f"k{n}"), expression=key.this) for n, key in enumerate(keys)
        ]
        fields.append(exp.PropertyEQ(this=exp.to_identifier("v"), expression=inner))
        rows = _filtered(call("collect_list", exp.Struct(expressions=fields)), condition)
        order = spark(f"array_sort(:rows, (l, r) -> {_comparison(keys)})", rows=rows)
        made = _none_if_empty(spark("transform(:rows, s -> s.v)", rows=order), condition)
    if outer is node:
        return made
    outer.replace(made)
    return None


def _filtered(call: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    return call if condition is None else exp.Filter(this=call, expression=exp.Where(this=condition.copy()))


def _none_if_empty(value: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    count = _filtered(exp.Count(this=exp.Star()), condition)
    return exp.case().when(exp.GT(this=count, expression=exp.Literal.number(0)), value)


def _comparison(keys: list[exp.Expr]) -> str:
    """Of two rows l and r: nulls last, and the value itself last, so that no order is left to chance."""
    tests = []
    for number, key in enumerate(keys):
        left, right = f"l.k{number}", f"r.k{number}"
        nulls = (1, -1) if not key.args.get("nulls_first") else (-1, 1)
        smaller = 1 if key.args.get("desc") else -1
        tests.append(
            f"when {left} is null and {right} is not null then {nulls[0]} "
            f"when {left} is not null and {right} is null then {nulls[1]} "
            f"when {left} < {right} then {smaller} when {left} > {right} then {-smaller}"
        )
    tests.append("when l.v < r.v then -1 when l.v > r.v then 1")
    return f"case {' '.join(tests)} else 0 end"


def extreme(node: exp.Expr) -> exp.Expr:
    """arg_max(x, k): DuckDB passes over rows whose x is null, Spark does not."""
    name = "max_by" if isinstance(node, exp.ArgMax) else "min_by"
    key = node.expression
    if isinstance(key, exp.Tuple):
        key = call("struct", *key.expressions)
    known = exp.case().when(exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null())), key)
    return call(name, node.this, known)


def first(node: exp.Expr) -> exp.Expr | None:
    """The x of the first row in the order that stands within the call."""
    if not isinstance(node.this, exp.Order):
        return None
    ordered = exp.ArrayAgg(this=node.this.copy())
    holder = exp.Paren(this=ordered)
    ordered.replace(ordered_list(ordered) or ordered)
    return spark("get(:rows, 0)", rows=holder.this)
