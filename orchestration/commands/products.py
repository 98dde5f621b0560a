"""``jihe products``: make site, ledger, letters and score-check tables of the published build again.

Belongs here: the command, and saying where products lie. Does not belong here: making them (products.produce).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from orchestration.commands.common import add_home, complain, home_of
from orchestration.paths import Home
from orchestration.publishing.lock import HomeBusyError, locked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "--ledger",
        type=Path,
        default=None,
        help="已填写的台账，其整改情况并入新台账 / a ledger that was filled in, to take its entries over",
    )
    parser.add_argument(
        "--anew",
        action="store_true",
        help="全部重新生成，不沿用内容未变的文件 / make every file, also those of which nothing has changed",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make them: 0 all made, 1 nothing published or a template is unusable, 2 the request cannot be served."""
    from orchestration.products.notes import NotesError

    home = home_of(arguments)
    if not home.published.is_file():
        complain(arguments, "还没有发布，先运行 jihe run", "Nothing published yet; jihe run first")
        return 1
    ledger = arguments.ledger.expanduser().resolve() if arguments.ledger else None
    try:
        with locked(home):
            made_all = remake(home, arguments.lang, ledger, anew=arguments.anew)
    except (HomeBusyError, NotesError) as error:
        complain(arguments, str(error), str(error))
        return 2
    for line in lines(home, arguments.lang):
        print(line)
    return 0 if made_all else 1


def remake(home: Home, lang: str, ledger: Path | None = None, *, anew: bool = False) -> bool:
    """Make the products of what is published now; whether all could be made. Needs the lock of the home.

    What was published stays published when its products cannot be made: a build of an older version of
    jihe may lack a table.
    """
    import duckdb

    from orchestration.products.produce import make_products
    from orchestration.site.make import make_site

    def site() -> bool:
        make_site(home, lang, anew=anew)
        return True

    def products() -> bool:
        return not make_products(home, lang, ledger, anew=anew).problems

    # The site first: the ledger links to its pages.
    steps = (("复核网页", "The site", site), ("产品", "The products", products))
    done = True
    for zh, en, step in steps:
        try:
            done = step() and done
        except (duckdb.Error, OSError) as error:
            told = f"{zh}没有重新生成：{error}" if lang == "zh" else f"{en} could not be made again: {error}"
            print(told, file=sys.stderr)
            done = False
    return done


def lines(home: Home, lang: str) -> list[str]:
    """Where the products lie, one line each; nothing where none were made."""
    from orchestration.products.produce import listed, words
    from orchestration.publishing.publish import published_build

    made = listed(home)
    if made is None:
        return []
    published = published_build(home)
    if published is None or published["build_id"] != made.build_id:
        zh = f"以下产品出自另一数据版本 {made.build_id}，请运行 jihe products："
        en = f"These products are of another build, {made.build_id}; run jihe products:"
        return [zh if lang == "zh" else en, *_site(home, lang), *words(home, made, lang)]
    return [*_site(home, lang), *words(home, made, lang)]


def _site(home: Home, lang: str) -> list[str]:
    """Where the review site lies; nothing where there is none."""
    from orchestration.site.make import made_site

    made = made_site(home)
    if made is None:
        return []
    return [f"复核网页  {made.index}" if lang == "zh" else f"site       {made.index}"]
