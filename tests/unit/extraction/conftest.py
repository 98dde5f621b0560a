"""Ways to read a few lines as a report would be read, and headings that several tests print; nothing else belongs here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extraction.extract import extract
from extraction.model import Extraction, Figure

REPOSITORY = Path(__file__).resolve().parents[3]
TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
OFFICE = "石桥县民政局2022年度部门整体支出绩效自评报告\n\n"
ACCOUNTS = "石门县林业局2022年度部门决算公开说明\n\n"
State = tuple[str, str, str | None, str, str]
Stated = tuple[str, str, str | None, str]


def _read(text: str, title: str = TITLE) -> Extraction:
    return extract((title + text).encode(), "试.txt")


def state_of(figure: Figure) -> State:
    return figure.concept, figure.measure, figure.stage, figure.value, figure.unit


def stated(text: str, title: str = ACCOUNTS) -> list[Stated]:
    """Concept, measure, stage and value of each figure that a text on accounts states."""
    return [state_of(figure)[:4] for figure in _read(text, title).figures]


def people(text: str, title: str = OFFICE) -> list[tuple[str, str]]:
    """Concept and value of each level that a text on an office and its people states."""
    return [
        (figure.concept, figure.value) for figure in _read(text, title).figures if figure.measure == "level"
    ]


@pytest.fixture(scope="session")
def read() -> Callable[..., Extraction]:
    """Text below a title of 2022 to an extraction."""
    return _read


@pytest.fixture(scope="session")
def states() -> Callable[..., list[State]]:
    """Text to (concept, measure, stage, value, unit) of every figure, in reading order."""
    return lambda text, title=TITLE: [state_of(figure) for figure in _read(text, title).figures]


@pytest.fixture(scope="session")
def expense_heads() -> tuple[str, ...]:
    """The headings of the form of “三公” expenses, both levels, as copies without cells give them."""
    upper = ("合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
    return (*upper, "小计", "公务用车购置费", "公务用车运行维护费")


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of the five real reports; tests that need it are skipped, loudly, where it is absent."""
    folder = REPOSITORY.parent / "shared" / "reports"
    if not (folder / "gold").is_dir():
        pytest.skip(f"REAL REPORTS ABSENT, THEIR PROMISES ARE NOT CHECKED: {folder}")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    return REPOSITORY / "data" / "samples"


@pytest.fixture(scope="session")
def truths() -> Path:
    return REPOSITORY / "tests" / "data"
