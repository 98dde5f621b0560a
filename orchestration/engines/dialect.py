"""DuckDB's SQL, in which the models are written, said in the words of Spark SQL.

Belongs here: functions and operators of one row that the two say differently but mean alike; sqlglot knows most of it, this module the rest.
Does not belong here: aggregates with an order (``dialect_lists``), clauses of a query (``dialect_selects``); what the two mean
differently (``dbt_project/macros/portable``) and any model by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlglot
from sqlglot import exp

from orchestration.engines.dialect_lists import extreme, first, ordered_list
from orchestration.engines.dialect_selects import opened, qualified, starred
from orchestration.engines.dialect_words import call, spark

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
    for change in (qualified, starred, opened, _rewritten):
        tree = change(tree)
    return tree.sql(dialect="spark", comments=False)


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


def _window(node: exp.Window) -> exp.Expr | None:
    """row_number() over (): any number that no other row has."""
    if isinstance(node.this, exp.RowNumber) and not node.args.get("order") and not node.args.get("alias"):
        return call("monotonically_increasing_id")
    return None


def _quantile(node: exp.Expr) -> exp.Expr:
    continuous = isinstance(node, exp.PercentileCont | exp.Median)
    share = exp.Literal.number("0.5") if isinstance(node, exp.Median) else node.expression
    name = "percentile_cont" if continuous else "percentile_disc"
    order = exp.Order(expressions=[exp.Ordered(this=node.this)])
    return exp.WithinGroup(this=call(name, share), expression=order)


def _anonymous(node: exp.Expr) -> exp.Expr | None:
    name, given = str(node.this).lower(), node.expressions
    if name == "list_slice":
        length = exp.Literal.number(int(given[2].name) - int(given[1].name) + 1)
        return call("slice", given[0], given[1], length)
    if name == "list_has_all":
        return spark(
            "size(array_except(filter(:some, x -> x is not null), :every)) = 0", every=given[0], some=given[1]
        )
    if name == "list_sum":
        total = "cast(total + item as decimal(38, 6))"
        return spark(
            f"aggregate(:items, cast(0 as decimal(38, 6)), (total, item) -> {total})", items=given[0]
        )
    if name == "to_json":
        options = call("map", exp.Literal.string("ignoreNullFields"), exp.Literal.string("false"))
        return call("to_json", *given, options)
    if name in _RENAMED:
        return call(_RENAMED[name], *given)
    return None


def _cast(node: exp.Cast) -> exp.Expr | None:
    if node.to.this == exp.DataType.Type.INT128:
        node.set("to", exp.DataType.build(_WIDE))
    elif node.to.this == exp.DataType.Type.JSON:  # text, on Spark
        node.set("to", exp.DataType.build("text"))
    return None


def _division(node: exp.Expr) -> exp.Expr:
    return spark("cast(:a as double) / nullif(cast(:b as double), 0)", a=node.this, b=node.expression)


def _concat(node: exp.Expr) -> exp.Expr:
    """concat() passes over nulls; what is no text is made text, or Spark would make a number of the text."""
    parts = [
        part if isinstance(part, exp.Literal) else spark("coalesce(cast(:part as string), '')", part=part)
        for part in node.expressions
    ]
    return call("concat", *parts)


def _joined_lists(node: exp.Expr) -> exp.Expr:
    """list_concat() takes a null for an empty list."""
    return call(
        "concat",
        *(spark("coalesce(:items, array())", items=part) for part in [node.this, *node.expressions]),
    )


_CHANGES: dict[type[exp.Expr], Callable[[Any], exp.Expr | None]] = {
    exp.ArrayAgg: ordered_list,
    exp.ArgMax: extreme,
    exp.ArgMin: extreme,
    exp.First: first,
    exp.Window: _window,
    exp.Quantile: _quantile,
    exp.PercentileCont: _quantile,
    exp.PercentileDisc: _quantile,
    exp.Median: _quantile,
    exp.Anonymous: _anonymous,
    exp.Cast: _cast,
    exp.TryCast: _cast,
    exp.Div: _division,
    exp.ArrayOverlaps: lambda node: spark(
        "coalesce(arrays_overlap(:a, :b), false)", a=node.this, b=node.expression
    ),
    exp.Concat: _concat,
    exp.ArrayConcat: _joined_lists,
    exp.RegexpFullMatch: lambda node: exp.RegexpLike(
        this=node.this, expression=exp.Literal.string(f"^({node.expression.name})$")
    ),
}
