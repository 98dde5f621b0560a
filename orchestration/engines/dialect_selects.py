"""Whole queries of DuckDB that Spark has no clause for: QUALIFY, * REPLACE, several lists opened side by side.

Belongs here: what changes which columns or rows a SELECT has.
Does not belong here: single functions and operators (``dialect``), lists and extremes over rows (``dialect_lists``).
"""

from __future__ import annotations

from sqlglot import exp

_EXCEPT = "except_" if "except_" in exp.Star.arg_types else "except"


def qualified(tree: exp.Expr) -> exp.Expr:
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


def starred(tree: exp.Expr) -> exp.Expr:
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


def opened(tree: exp.Expr) -> exp.Expr:
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
