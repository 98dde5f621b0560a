"""``jihe evaluate``: its exit code says whether a floor was missed. Not tested here: the measure (test_evaluation)."""

import argparse
import json
from pathlib import Path

import pytest

from orchestration.commands import evaluate

TEXT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n公务接待费3.10万元。另有公务接待费1.20万元。\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    amounts = [("3.10", "公务接待费3.10万元"), ("1.20", "公务接待费1.20万元")]
    facts = [
        {
            "concept": "official_reception",
            "stage": "final_account",
            "value": value,
            "unit": "万元",
            "quote": quote,
        }
        for value, quote in amounts
    ]
    truth = {"file": "a.txt", "fiscal_year": 2022, "facts": facts}
    (tmp_path / "a.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def _code(gold: Path, *options: str) -> int:
    parser = argparse.ArgumentParser()
    evaluate.add_arguments(parser)
    return evaluate.run(argparse.Namespace(**vars(parser.parse_args([str(gold), *options])), lang="en"))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--floor-precision", "1", "--floor-recall", "1", "--floor-used", "0.5"), 0),
        (("--floor-used", "0.51"), 1),  # both are read, one of them too uncertain for any rule
        (("--floor-recall", "1.01"), 1),
        (("--floor-precision", "1.01"), 1),
    ],
)
def test_a_missed_floor_fails(gold: Path, options: tuple[str, ...], code: int) -> None:
    assert _code(gold, *options) == code


def test_nothing_to_measure_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(tmp_path) == 2
    assert "no truth files" in capsys.readouterr().err
    assert _code(tmp_path / "nowhere") == 2
    assert "no such folder" in capsys.readouterr().err
