"""Runs that start at once in a new home share one parse of the dbt project. Not tested here: dbt's parsing."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from orchestration.paths import Home
from orchestration.warehouse import manifest
from orchestration.warehouse.runner import manifest_path


def test_the_project_is_parsed_once_and_never_read_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.at(tmp_path)
    parsed = []

    def parse(home: Home, *arguments: Any) -> None:
        parsed.append(arguments)
        path = manifest_path(home)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{")
        time.sleep(0.2)
        path.write_text(json.dumps({"nodes": {}}))

    monkeypatch.setattr(manifest, "run_dbt", parse)
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda _: manifest.prepared_manifest(home, "/inbox"), range(4)))
    assert len(parsed) == 1
    assert {path.read_text() for path in paths} == {'{"nodes": {}}'}
    manifest_path(home).write_text("{")  # dbt is writing it anew
    assert json.loads(manifest.prepared_manifest(home, "/inbox").read_text()) == {"nodes": {}}
    assert len(parsed) == 1
