"""dbt's own documentation of all models as one page: lineage, SQL, tests, descriptions.

Belongs here: filling dbt's page with this project's manifest. Does not belong here: the short dictionary of the marts
(pages). What changes between runs without a change of the project, and paths of this machine, are left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from orchestration.files import read_json
from orchestration.paths import REPOSITORY, Home

_VOLATILE = (
    *("created_at", "root_path", "build_path", "compiled_path", "compiled_code", "compiled", "checksum"),
    *("relation_name", "unrendered_config"),
)
# The page brings everything it needs; whatever else it might ask for, it does not get.
_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'"
    " 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
)
_METADATA = ("dbt_schema_version", "dbt_version", "project_name", "adapter_type")


def write_dbt_docs(home: Home, page: Path) -> bool:
    """Write the page; whether dbt has left a manifest in this home to make it of."""
    manifest = read_json(home.dbt / "manifest.json", None)
    if not isinstance(manifest, dict):
        return False
    from dbt.task.docs import DOCS_INDEX_FILE_PATH

    text = Path(DOCS_INDEX_FILE_PATH).read_text(encoding="utf-8")
    text = text.replace("<head>", f"<head>{_POLICY}", 1)
    project = _project_only(manifest)
    for mark, content in (("MANIFEST", project), ("CATALOG", _catalog(project))):
        # "</" would end the script that the data stands in.
        data = json.dumps(content, ensure_ascii=False).replace("</", "<\\/")
        data = data.replace(str(home.path), "$JIHE_HOME").replace(str(REPOSITORY), "jihe")
        text = text.replace(f'"{mark}.JSON INLINE DATA"', data)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    return True


def _project_only(manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest without macros of packages and without what differs from run to run."""
    project = manifest["metadata"].get("project_name")
    macros = {key: value for key, value in manifest["macros"].items() if value.get("package_name") == project}
    kept = {**manifest, "macros": macros}
    kept["metadata"] = {name: manifest["metadata"].get(name) for name in _METADATA}
    # Its page asks a server of dbt's maker for nothing, unless the manifest tells it to count visitors.
    kept["metadata"]["send_anonymous_usage_stats"] = False
    for part in ("nodes", "sources", "macros", "docs", "exposures", "disabled"):
        kept[part] = {key: _stable(value, macros) for key, value in sorted(kept.get(part, {}).items())}
    return kept


def _catalog(manifest: dict[str, Any]) -> dict[str, Any]:
    """The types of columns as the contracts enforce them, in the form of dbt's catalog."""
    nodes = {
        key: {
            "unique_id": key,
            "metadata": {"type": "table", "schema": node["schema"], "name": node["name"], "database": "",
                         "comment": "", "owner": ""},
            "columns": {
                name: {"name": name, "type": column.get("data_type") or "", "index": number, "comment": ""}
                for number, (name, column) in enumerate(node["columns"].items(), start=1)
            },
            "stats": {},
        }
        for key, node in manifest["nodes"].items()
        if node.get("resource_type") == "model"
    }  # fmt: skip
    return {"nodes": nodes, "sources": {}, "metadata": {}, "errors": None}


def _stable(node: Any, macros: dict[str, Any]) -> Any:
    if not isinstance(node, dict):
        return node
    kept = {name: value for name, value in node.items() if name not in _VOLATILE}
    depends = kept.get("depends_on")
    if isinstance(depends, dict) and "macros" in depends:
        kept["depends_on"] = {**depends, "macros": [name for name in depends["macros"] if name in macros]}
    return kept
