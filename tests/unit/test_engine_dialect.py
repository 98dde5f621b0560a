"""DuckDB's SQL said in Spark's words; that Spark then finds the same is tested by test_engine_parity."""

import json

import pytest
import sqlglot
from sqlglot import exp

from orchestration.checking.engine import BUNDLE
from orchestration.engines.dialect import in_spark_sql
from orchestration.engines.engine import engine_named

#: Functions of Spark that sqlglot passes on without knowing them.
_OF_SPARK = {
    "arrays_overlap", "aggregate", "array_except", "concat", "collect_list", "collect_set", "endswith", "from_json", "get", "map",
    "max_by", "min_by", "monotonically_increasing_id", "percentile_cont", "percentile_disc", "slice", "split", "struct", "to_json",
    "size",
    # only in default__distinct_in_order, for which Spark has a macro of its own
    "list_position",
}  # fmt: skip


def test_qualify_becomes_a_filter_around_the_query() -> None:
    said = in_spark_sql(
        "select s.*, n.m from s join n using (id) qualify row_number() over (partition by a order by b) = 1"
    )
    assert said.startswith("SELECT * EXCEPT (is_kept) FROM (SELECT s.*, n.m, (ROW_NUMBER()")
    assert said.endswith("WHERE is_kept")


def test_a_replaced_column_is_left_out_and_added() -> None:
    assert (
        in_spark_sql("select f.* replace (coalesce(a, b) as a) from f")
        == "SELECT f.* EXCEPT (a), COALESCE(a, b) AS a FROM f"
    )


def test_lists_keep_their_order_their_nulls_and_are_null_without_rows() -> None:
    said = in_spark_sql("select list(x order by a desc, b) filter (where c) as l from t")
    assert "COUNT(*) FILTER(WHERE c) > 0" in said
    assert "COLLECT_LIST(STRUCT(a AS k0, b AS k1, x AS v)) FILTER(WHERE c)" in said
    assert "WHEN l.k0 < r.k0 THEN 1" in said  # descending
    assert "WHEN l.k1 < r.k1 THEN -1" in said


def test_the_row_of_the_largest_key_has_a_value() -> None:
    assert in_spark_sql("select arg_max(x, (a, b)) from t") == (
        "SELECT MAX_BY(x, CASE WHEN NOT x IS NULL THEN STRUCT(a, b) END) FROM t"
    )


def test_numbers_in_texts_are_made_text() -> None:
    assert (
        in_spark_sql("select concat('第', n) from t")
        == "SELECT CONCAT('第', COALESCE(CAST(n AS STRING), '')) FROM t"
    )


def test_opened_lists_keep_the_place_of_their_items() -> None:
    said = in_spark_sql("select id, unnest(xs) as x, generate_subscripts(xs, 1) as n from t")
    assert said == "SELECT id, POSEXPLODE(xs) AS (n, x) FROM t"


@pytest.mark.parametrize(
    "model", json.loads(BUNDLE.read_text(encoding="utf-8"))["models"], ids=lambda model: model["name"]
)
def test_every_model_is_said_in_words_that_spark_knows(model: dict[str, str]) -> None:
    tree = sqlglot.parse_one(in_spark_sql(model["sql"]), read="spark")
    unknown = {str(node.this).lower() for node in tree.find_all(exp.Anonymous)} - _OF_SPARK
    assert not unknown, "say them in orchestration/engines/dialect.py or dbt_project/macros/portable"
    assert not list(tree.find_all(exp.Qualify))
    assert "by name" not in model["sql"], "union all goes by position: Spark's SQL has no other"


def test_an_unknown_engine_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"hadoop.*sc://"):
        engine_named("hadoop")
