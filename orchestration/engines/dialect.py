"""DuckDB's SQL, in which the models are written, said in the words of Spark SQL.

Belongs here: what the two say differently but mean alike; sqlglot knows most of it, this module the rest.
Does not belong here: what they mean differently (``dbt_project/macros/portable``) and any model by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlglot
from sqlglot import exp

#: A whole number wide enough for products of amounts; Spark has no 128-bit integers.
_WIDE = "decimal(38, 0)"
_RENAMED = {
    "suffix": "endswith",
    "string_split_regex": "split",
    "regexp_split_to_array": "split",
}


def in_spark_sql(sql: str) -> str:
    """One query of a compiled model, for Spark.

    Raises:
        sqlglot.errors.ParseError: when the query is no SQL that DuckDB knows.
    """
    tree = sqlglot.parse_one(sql, read="duckdb")
    for change in (_qualified, _starred, _opened, _rewritten):
        tree = change(tree)
    return tree.sql(dialect="spark", comments=False)


def _call(name: str, *arguments: Any) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=list(arguments))


def _spark(sql: str, **parts: exp.Expr) -> exp.Expr:
    """A piece of Spark SQL with expressions in the places of ``:name``."""
    tree = sqlglot.parse_one(sql, read="spark")

    def filled(node: exp.Expr) -> exp.Expr:
        return parts[node.name].copy() if isinstance(node, exp.Placeholder) and node.name in parts else node

    return tree.transform(filled)


def _qualified(tree: exp.Expr) -> exp.Expr:
    """QUALIFY as a column of an inner query that the outer one filters by and leaves out."""
    for select in list(tree.find_all(exp.Select)):
        qualify = select.args.get("qualify")
        if qualify is None:
            continue
        select.set("qualify", None)
        inner = select.copy()
        inner.set("with_", None)
        inner.append("expressions", exp.alias_(exp.paren(qualify.this.copy()), "is_kept"))
        outer = (
            exp.select(exp.Star(**{_EXCEPT: [exp.column("is_kept")]}))
            .from_(inner.subquery("kept_or_not"))
            .where(exp.column("is_kept"))
        )
        outer.set("with_", select.args.get("with_"))
        if select is tree:
            tree = outer
        else:
            select.replace(outer)
    return tree


_EXCEPT = "except_" if "except_" in exp.Star.arg_types else "except"


def _starred(tree: exp.Expr) -> exp.Expr:
    """``* replace (x as a)`` as ``* except (a), x as a``."""
    for select in tree.find_all(exp.Select):
        columns: list[exp.Expr] = []
        for column in select.expressions:
            star = column.find(exp.Star) if isinstance(column, exp.Column | exp.Star) else None
            replaced = star.args.get("replace") if star is not None else None
            columns.append(column)
            if star is not None and replaced:
                star.set("replace", None)
                left_out = [*(star.args.get(_EXCEPT) or []), *(exp.column(item.alias) for item in replaced)]
                star.set(_EXCEPT, left_out)
                columns += replaced
        select.set("expressions", columns)
    return tree


def _opened(tree: exp.Expr) -> exp.Expr:
    """``unnest(xs) as x, generate_subscripts(xs, 1) as n`` as one generator of both; n begins with 0."""
    for select in tree.find_all(exp.Select):
        counters = [item for item in select.expressions if _is_call(item.unalias(), "generate_subscripts")]
        opened = [item for item in select.expressions if isinstance(item.unalias(), exp.Explode)]
        for counter, item in zip(counters, opened, strict=False):
            names = [exp.to_identifier(counter.alias), exp.to_identifier(item.alias)]
            both = exp.Aliases(this=exp.Posexplode(this=item.unalias().this), expressions=names)
            columns = [both if column is item else column for column in select.expressions]
            select.set("expressions", [column for column in columns if column is not counter])
    return tree


def _is_call(node: exp.Expr, name: str) -> bool:
    return isinstance(node, exp.Anonymous) and str(node.this).lower() == name


def _rewritten(tree: exp.Expr) -> exp.Expr:
    # innermost first: what stands within a call is in Spark's words when the call is
    for node in reversed(list(tree.walk())):
        change = _CHANGES.get(type(node))
        new = change(node) if change is not None else None
        if new is not None:
            if node is tree:
                tree = new
            else:
                node.replace(new)
    return tree


def _list(node: exp.Expr) -> exp.Expr | None:
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
        made.set("this", _call("collect_list", inner))
    elif isinstance(inner, exp.Distinct):
        kept = _filtered(_call("collect_set", inner.expressions[0]), condition)
        made = _none_if_empty(_call("array_sort", kept) if keys else kept, condition)
    else:
        fields = [
            exp.PropertyEQ(this=exp.to_identifier(f"k{n}"), expression=key.this) for n, key in enumerate(keys)
        ]
        fields.append(exp.PropertyEQ(this=exp.to_identifier("v"), expression=inner))
        rows = _filtered(_call("collect_list", exp.Struct(expressions=fields)), condition)
        order = _spark(f"array_sort(:rows, (l, r) -> {_comparison(keys)})", rows=rows)
        made = _none_if_empty(_spark("transform(:rows, s -> s.v)", rows=order), condition)
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


def _extreme(node: exp.Expr) -> exp.Expr:
    """arg_max(x, k): DuckDB passes over rows whose x is null, Spark does not."""
    name = "max_by" if isinstance(node, exp.ArgMax) else "min_by"
    key = node.expression
    if isinstance(key, exp.Tuple):
        key = _call("struct", *key.expressions)
    known = exp.case().when(exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null())), key)
    return _call(name, node.this, known)


def _first(node: exp.Expr) -> exp.Expr | None:
    """first(x order by k)."""
    if not isinstance(node.this, exp.Order):
        return None
    ordered = exp.ArrayAgg(this=node.this.copy())
    holder = exp.Paren(this=ordered)
    ordered.replace(_list(ordered) or ordered)
    return _spark("get(:rows, 0)", rows=holder.this)


def _window(node: exp.Window) -> exp.Expr | None:
    """row_number() over (): any number that no other row has."""
    if isinstance(node.this, exp.RowNumber) and not node.args.get("order") and not node.args.get("alias"):
        return _call("monotonically_increasing_id")
    return None


def _quantile(node: exp.Expr) -> exp.Expr:
    continuous = isinstance(node, exp.PercentileCont | exp.Median)
    share = exp.Literal.number("0.5") if isinstance(node, exp.Median) else node.expression
    name = "percentile_cont" if continuous else "percentile_disc"
    order = exp.Order(expressions=[exp.Ordered(this=node.this)])
    return exp.WithinGroup(this=_call(name, share), expression=order)


def _anonymous(node: exp.Expr) -> exp.Expr | None:
    name, given = str(node.this).lower(), node.expressions
    if name == "list_slice":
        length = exp.Literal.number(int(given[2].name) - int(given[1].name) + 1)
        return _call("slice", given[0], given[1], length)
    if name == "list_has_all":
        return _spark(
            "size(array_except(filter(:some, x -> x is not null), :every)) = 0", every=given[0], some=given[1]
        )
    if name == "list_sum":
        total = "cast(total + item as decimal(38, 6))"
        return _spark(
            f"aggregate(:items, cast(0 as decimal(38, 6)), (total, item) -> {total})", items=given[0]
        )
    if name == "to_json":
        options = _call("map", exp.Literal.string("ignoreNullFields"), exp.Literal.string("false"))
        return _call("to_json", *given, options)
    if name in _RENAMED:
        return _call(_RENAMED[name], *given)
    return None


def _cast(node: exp.Cast) -> exp.Expr | None:
    if node.to.this == exp.DataType.Type.INT128:
        node.set("to", exp.DataType.build(_WIDE))
    elif node.to.this == exp.DataType.Type.JSON:  # text, on Spark
        node.set("to", exp.DataType.build("text"))
    return None


def _division(node: exp.Expr) -> exp.Expr:
    return _spark("cast(:a as double) / nullif(cast(:b as double), 0)", a=node.this, b=node.expression)


def _concat(node: exp.Expr) -> exp.Expr:
    """concat() passes over nulls; what is no text is made text, or Spark would make a number of the text."""
    parts = [
        part if isinstance(part, exp.Literal) else _spark("coalesce(cast(:part as string), '')", part=part)
        for part in node.expressions
    ]
    return _call("concat", *parts)


def _joined_lists(node: exp.Expr) -> exp.Expr:
    """list_concat() takes a null for an empty list."""
    return _call(
        "concat",
        *(_spark("coalesce(:items, array())", items=part) for part in [node.this, *node.expressions]),
    )


_CHANGES: dict[type[exp.Expr], Callable[[Any], exp.Expr | None]] = {
    exp.ArrayAgg: _list,
    exp.ArgMax: _extreme,
    exp.ArgMin: _extreme,
    exp.First: _first,
    exp.Window: _window,
    exp.Quantile: _quantile,
    exp.PercentileCont: _quantile,
    exp.PercentileDisc: _quantile,
    exp.Median: _quantile,
    exp.Anonymous: _anonymous,
    exp.Cast: _cast,
    exp.TryCast: _cast,
    exp.Div: _division,
    exp.ArrayOverlaps: lambda node: _spark(
        "coalesce(arrays_overlap(:a, :b), false)", a=node.this, b=node.expression
    ),
    exp.Concat: _concat,
    exp.ArrayConcat: _joined_lists,
    exp.RegexpFullMatch: lambda node: exp.RegexpLike(
        this=node.this, expression=exp.Literal.string(f"^({node.expression.name})$")
    ),
}
