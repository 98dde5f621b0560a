"""What several commands share: the option --home, and saying something in the reader's language.

Belongs here: options and words used by more than one command. Only the standard library.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from orchestration.paths import Home


def add_home(parser: argparse.ArgumentParser) -> None:
    """Add the option --home."""
    parser.add_argument(
        "--home", type=Path, default=None, help="工作目录 / working home (default: JIHE_HOME or data/home)"
    )


def home_of(arguments: argparse.Namespace) -> Home:
    """The home that was asked for."""
    return Home.at(arguments.home)


def say(arguments: argparse.Namespace, zh: str, en: str) -> None:
    """Print a sentence in the reader's language."""
    print(zh if arguments.lang == "zh" else en)


def complain(arguments: argparse.Namespace, zh: str, en: str) -> None:
    """Print a problem to the error channel in the reader's language."""
    print(zh if arguments.lang == "zh" else en, file=sys.stderr)
