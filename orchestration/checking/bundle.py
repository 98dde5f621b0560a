"""Compiles the verdict models with dbt into one JSON file, so that ``jihe check`` needs no dbt.

Belongs here: the developer command ``python -m orchestration.checking.bundle``.
Does not belong here: running the SQL (``engine``). A test fails when the file is stale.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from orchestration.checking.engine import BUNDLE
from orchestration.paths import DBT_PROJECT

TARGET_MODEL = "fct_verdicts"


def compile_bundle() -> dict[str, Any]:
    """Seeds and models that the verdicts need, in the order in which they can be made."""
    with tempfile.TemporaryDirectory() as target:
        # Paths of reference data in the bundle must not depend on where a developer keeps a copy.
        reference = os.environ.pop("JIHE_REFERENCE", None)
        try:
            manifest = _compiled_manifest(Path(target))
        finally:
            if reference is not None:
                os.environ["JIHE_REFERENCE"] = reference
    nodes = manifest["nodes"]
    ordered = _in_order(nodes, f"model.jihe.{TARGET_MODEL}")
    seeds = [nodes[name] for name in ordered if nodes[name]["resource_type"] == "seed"]
    models = [nodes[name] for name in ordered if nodes[name]["resource_type"] == "model"]
    return {
        "schemas": sorted({node["schema"] for node in [*seeds, *models]}),
        "seeds": [
            {
                "name": node["name"],
                "file": _file(node),
                "relation": _relation(node),
                "columns": node["config"]["column_types"],
            }
            for node in seeds
        ],
        "models": [
            {
                "name": node["name"],
                "relation": _relation(node),
                "needs": sorted(
                    nodes[name]["name"]
                    for name in node["depends_on"].get("nodes", [])
                    if name in nodes and nodes[name]["resource_type"] == "model"
                ),
                "sql": _tidy(node["compiled_code"]),
            }
            for node in models
        ],
    }


def _compiled_manifest(target: Path) -> dict[str, Any]:
    from dbt.cli.main import dbtRunner

    project = str(DBT_PROJECT)
    arguments = ["compile", "--target", "check", "--select", f"+{TARGET_MODEL}", "--target-path", str(target)]
    arguments += [
        "--project-dir",
        project,
        "--profiles-dir",
        project,
        "--quiet",
        "--log-level-file",
        "none",
        "--no-partial-parse",
    ]
    before = Path.cwd()
    os.chdir(DBT_PROJECT)
    try:
        result = dbtRunner().invoke(arguments)
    finally:
        os.chdir(before)
    if not result.success:
        raise RuntimeError(f"dbt could not compile the verdict models: {result.exception or result.result}")
    manifest: dict[str, Any] = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def _in_order(nodes: dict[str, Any], last: str) -> list[str]:
    """Everything ``last`` depends on, then ``last``: each after what it needs."""
    done: list[str] = []

    def visit(name: str) -> None:
        if name in done or name not in nodes:
            return
        for needed in sorted(nodes[name]["depends_on"].get("nodes", [])):
            visit(needed)
        done.append(name)

    visit(last)
    return done


def _file(node: dict[str, Any]) -> str:
    """Path of a seed below the reference data."""
    parts = Path(node["original_file_path"]).parts
    return Path(*parts[parts.index("reference") + 1 :]).as_posix()


def _relation(node: dict[str, Any]) -> str:
    return f'"{node["schema"]}"."{node["alias"]}"'


def _tidy(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.replace('"memory".', "").splitlines() if line.strip())


def main() -> None:
    """Writes the bundle."""
    BUNDLE.parent.mkdir(parents=True, exist_ok=True)
    BUNDLE.write_text(json.dumps(compile_bundle(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
