"""The command line as people and programs use it. Not tested here: whether a verdict is right."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.cli import COMMANDS, main
from orchestration.commands.common import cannot_write
from orchestration.paths import SAMPLES
from orchestration.publishing.lock import locked
from tests.integration.conftest import Finished, jihe

SAMPLE = min(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md"))
HEAVY = {"dagster", "dbt", "great_expectations", "pandas", "pyarrow"}


@pytest.mark.parametrize("command", ["check", "extract"])
def test_quick_commands_import_nothing_heavy(command: str) -> None:
    code = (
        "import sys; from orchestration.cli import main; "
        f"main([{command!r}, {str(SAMPLE)!r}]); "
        f"sys.stderr.write(','.join({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_run_loads_no_extractor_beside_those_of_its_workers() -> None:
    """It takes as long to load as the half of Dagster, and reading is done by other processes."""
    code = "import sys, orchestration.definitions; sys.stderr.write(str('extraction.extract' in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "False"


def test_extract_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SAMPLE)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"file_name", "sha256", "reader", "pages"} <= set(found["document"])
    assert {"title", "department_name", "region_code", "fiscal_year", "report_kind", "form_family"} <= set(
        found["report"]
    )
    figure = found["figures"][0]
    assert {
        *("concept", "measure", "stage", "fiscal_year", "org_scope", "fund_scope", "function_code"),
        *("economic_code", "expenditure_scope", "value", "unit", "decimals", "value_base", "approximate"),
        *("printed", "quote", "source_kind", "locator"),
    } <= set(figure)
    assert isinstance(figure["value"], str)
    assert isinstance(figure["value_base"], str)
    assert set(figure["locator"]) == {"page", "char_start", "char_end", "table", "row", "column"}
    assert all({"kind", "text", "topic", "locator"} <= set(item) for item in found["statements"])
    assert all("row_kind" not in item for item in found["indicators"])


def test_several_files_give_a_list_or_lines(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(SAMPLE), str(SAMPLE)])
    assert len(json.loads(capsys.readouterr().out)) == 2
    main(["extract", "--format", "jsonl", str(SAMPLE), str(SAMPLE)])
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["document"]["file_name"] for line in lines] == [SAMPLE.name] * 2
    main(["extract", "--format", "csv", str(SAMPLE)])
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.startswith("file_name,concept,measure")
    assert rows


def test_check_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    codes = set()
    for name in ("json", "sarif", "table", "text"):
        codes.add(main(["check", "--format", name, str(SAMPLE)]))
        output = capsys.readouterr().out
        if name == "json":
            found = json.loads(output)
            assert found["file"] == str(SAMPLE)
            verdict = found["verdicts"][0]
            assert {"rule_id", "instance", "outcome", "severity", "message_zh", "quotes", "locators"} <= set(
                verdict
            )
        if name == "sarif":
            log = json.loads(output)
            assert log["version"] == "2.1.0"
            for result in log["runs"][0]["results"]:
                assert (
                    log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
                )
    assert len(codes) == 1
    assert codes <= {0, 1}


def test_check_says_in_words_why_a_file_cannot_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as file:
        file.truncate(200 << 20)
    for path, advice in (
        (empty, "重新报送"),
        (tmp_path / "missing.txt", "核对路径"),
        (tmp_path, "/*"),
        (huge, "210 MB，上限 50 MB"),
    ):
        assert main(["check", str(path)]) == 2
        (line,) = [line for line in capsys.readouterr().out.splitlines() if "✗ " in line]
        assert advice in line
    assert main(["check", "--format", "json", str(empty), str(SAMPLE)]) == 2
    first, second = json.loads(capsys.readouterr().out)
    assert first["verdicts"] == []
    assert first["message_zh"]
    assert second["verdicts"]


@pytest.mark.parametrize("arguments", [[], ["nonsense"]])
def test_a_wrong_command_lists_the_right_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert all(name in captured.out + captured.err for name in COMMANDS)


def test_run_names_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    run = jihe("run", "--reports", tmp_path / "nothing", "--home", tmp_path / "home")
    assert run.returncode == 2
    assert "nothing" in run.stderr
    assert not (tmp_path / "home").exists()


def test_a_home_that_cannot_be_written_is_named_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    run = jihe("run", "--home", tmp_path / "file" / "home")
    assert run.returncode == 1
    assert str(tmp_path / "file") in run.stderr and "--home" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "磁盘空间不足"), (errno.EROFS, "只能读"), (errno.EACCES, "没有权限")]
)
def test_why_nothing_can_be_written_is_said_in_words(code: int, words: str) -> None:
    told = cannot_write(OSError(code, os.strerror(code), "/srv/home"))
    assert told is not None and words in told[0] and "/srv/home" in told[1]


def test_a_fault_of_ours_is_not_taken_for_one_of_the_disk() -> None:
    assert cannot_write(OSError(errno.EINVAL, "invalid")) is None


def test_status_export_and_doctor_on_a_finished_home(finished: Finished, tmp_path: Path) -> None:
    home = finished.home.path
    status = json.loads(jihe("status", "--home", home, "--format", "json").stdout)
    assert status["published"]["root"] == str(finished.inbox)
    assert jihe("status", "--home", tmp_path / "empty").returncode == 1
    export = jihe(
        "export", "--home", home, "--format", "parquet", "--out", tmp_path, "fct_figures", "dim_rule"
    )
    assert export.returncode == 0
    assert {path.name for path in tmp_path.glob("*.parquet")} == {"fct_figures.parquet", "dim_rule.parquet"}
    doctor = jihe("doctor", "--home", home)
    assert doctor.returncode == 0, doctor.stdout


def test_a_home_in_use_is_named_and_left_alone(finished: Finished) -> None:
    before = finished.home.published.stat().st_ino
    with locked(finished.home):
        run = jihe("run", "--reports", finished.inbox, "--home", finished.home.path, "--no-wait", "--rebuild")
        rollback = jihe("rollback", "--home", finished.home.path)
    assert (run.returncode, rollback.returncode) == (1, 2)
    for message in (run.stderr, rollback.stderr):
        assert str(os.getpid()) in message
        assert "Traceback" not in message
    assert finished.home.published.stat().st_ino == before


def test_a_closed_pipe_is_not_an_error_message() -> None:
    command = f'{sys.executable} -m orchestration.cli extract "{SAMPLE}" | head -1'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, env=os.environ
    )
    assert "Traceback" not in done.stderr
