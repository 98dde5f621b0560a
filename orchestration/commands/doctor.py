"""``jihe doctor``: is everything there that jihe needs, and how to get what is missing.

Belongs here: looking, without changing anything. Does not belong here: repairing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from orchestration.commands.common import add_home, home_of
from orchestration.paths import DBT_PROJECT, REPOSITORY, SAMPLES, Home, reference_folder

_PACKAGES = ("dagster", "dagster-webserver", "dagster-dbt", "dbt-core", "dbt-duckdb", "duckdb")
_MORE_PACKAGES = ("great-expectations", "pandas", "pyarrow", "rich")
_FREE_BYTES = 1 << 30
Result = tuple[bool, str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check everything: 0 all well, 1 something is missing."""
    home = home_of(arguments)
    checks: list[Callable[[], Result]] = [
        _python,
        _packages,
        _parts,
        _recogniser,
        _archives,
        _converter,
        lambda: _home(home),
        lambda: _space(home),
        lambda: _lock(home),
        lambda: _published(home),
    ]
    results = [*(check() for check in checks), *_alerts()]
    for good, zh, en in results:
        print(("✓ " if good else "✗ ") + (zh if arguments.lang == "zh" else en))
    return 0 if all(good for good, _, _ in results) else 1


def _python() -> Result:
    version = sys.version.split()[0]
    good = (3, 11) <= sys.version_info[:2] < (3, 14)
    return good, f"Python {version}（需要 3.11 至 3.13）", f"Python {version} (3.11 to 3.13 needed)"


def _packages() -> Result:
    missing = []
    for name in (*_PACKAGES, *_MORE_PACKAGES):
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        listed = ", ".join(missing)
        return (
            False,
            f"缺少程序包：{listed}。请运行 make run 重新安装",
            f"Packages missing: {listed}; make run installs them",
        )
    return True, "程序包齐全", "all packages are installed"


def _recogniser() -> Result:
    """Not needed for anything but scans, so its absence is told and not counted."""
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        return True, "可以识别扫描件", "scans can be read"
    return (
        True,
        "未安装扫描件识别组件（可选）：扫描件会被搁置。安装：python -m pip install rapidocr onnxruntime",
        "the recogniser for scans is not installed (optional): scans are set aside. "
        "To install: python -m pip install rapidocr onnxruntime",
    )


def _archives() -> Result:
    if shutil.which("bsdtar"):
        return True, "可以拆开 rar 和 7z 压缩包", "rar and 7z archives can be opened"
    return (
        True,
        "未安装 bsdtar（可选）：rar 和 7z 压缩包会被搁置。安装：apt-get install libarchive-tools",
        "bsdtar is not installed (optional): rar and 7z archives are set aside. "
        "To install: apt-get install libarchive-tools",
    )


def _converter() -> Result:
    if shutil.which("soffice"):
        return (
            True,
            "可以用 soffice 转换 Word 97 以前的文件",
            "files of Word before 97 can be converted with soffice",
        )
    return (
        True,
        "未安装 LibreOffice（可选）：Word 97 以前的文件需另存为 .docx。安装：apt-get install libreoffice-writer-nogui",
        "LibreOffice is not installed (optional): files of Word before 97 must be saved as .docx. "
        "To install: apt-get install libreoffice-writer-nogui",
    )


def _parts() -> Result:
    needed = (DBT_PROJECT / "dbt_project.yml", reference_folder() / "rules.csv", SAMPLES)
    missing = [path for path in needed if not path.exists()]
    if missing:
        listed = ", ".join(_short(path) for path in missing)
        return (
            False,
            f"缺少文件：{listed}。请重新检出代码",
            f"Files missing: {listed}; check the code out again",
        )
    return True, "代码、规则和样例齐全", "code, rules and samples are there"


def _short(path: Path) -> str:
    return str(path.relative_to(REPOSITORY)) if path.is_relative_to(REPOSITORY) else str(path)


def _home(home: Home) -> Result:
    existing = home.path
    while not existing.exists():
        existing = existing.parent
    good = os.access(existing, os.W_OK)
    return (
        good,
        f"工作目录 {home.path} {'可写' if good else '不可写，请用 --home 另选'}",
        f"home {home.path} {'is writable' if good else 'is not writable; choose another with --home'}",
    )


def _space(home: Home) -> Result:
    existing = home.path
    while not existing.exists():
        existing = existing.parent
    free = shutil.disk_usage(existing).free
    good = free > _FREE_BYTES
    return (
        good,
        f"磁盘剩余 {free / 1e9:.1f} GB（至少 1 GB）",
        f"{free / 1e9:.1f} GB free on disk (1 GB needed)",
    )


def _lock(home: Home) -> Result:
    from orchestration.publishing.lock import HomeBusyError, locked

    if not home.lock.exists():
        return True, "没有正在进行的运行", "no run is going on"
    try:
        with locked(home):
            return True, "没有正在进行的运行", "no run is going on"
    except (HomeBusyError, OSError) as error:
        return False, str(error), str(error)


def _alerts() -> list[Result]:
    from orchestration.commands.doctor_alerts import alert_results

    return alert_results(reference_folder())


def _published(home: Home) -> Result:
    if not home.published.exists():
        return True, "还没有发布（运行 jihe run）", "nothing published yet (jihe run)"
    import duckdb

    from orchestration.publishing.publish import published_build

    try:
        build = published_build(home)
    except duckdb.Error as error:
        return False, f"已发布的文件无法打开：{error}", f"the published file does not open: {error}"
    name = build["build_id"] if build else "?"
    return True, f"已发布 {name}", f"published: {name}"
