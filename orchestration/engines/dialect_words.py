"""Pieces of Spark SQL as syntax trees.

Belongs here: building a call or a piece of SQL with expressions in it.
Does not belong here: what is translated into what (``dialect``).
"""

from __future__ import annotations

from typing import Any

import sqlglot
from sqlglot import exp


def call(name: str, *arguments: Any) -> exp.Expr:
    """A call of a function that sqlglot does not know."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def spark(sql: str, **parts: exp.Expr) -> exp.Expr:
    """A piece of Spark SQL with expressions in the places of ``:name``."""
    tree = sqlglot.parse_one(sql, read="spark")

    def filled(node: exp.Expr) -> exp.Expr:
        return parts[node.name].copy() if isinstance(node, exp.Placeholder) and node.name in parts else node

    return tree.transform(filled)
