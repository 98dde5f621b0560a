"""``jihe publish``: make an audited build public.

Belongs here: choosing the build. Does not belong here: the gate (publishing.publish).
"""

from __future__ import annotations

import argparse

from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.commands.products import remake
from orchestration.publishing.builds import builds, find_build
from orchestration.publishing.lock import HomeBusyError, locked
from orchestration.publishing.publish import NotPublishableError, publish


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument("build", nargs="?", help="构建编号 / build id (default: the newest audited one)")


def run(arguments: argparse.Namespace) -> int:
    """Publish: 0 done, 1 not publishable, 2 no such build or home in use."""
    home = home_of(arguments)
    audited = [build for build in builds(home) if build.audited]
    chosen = find_build(home, arguments.build) if arguments.build else audited[-1] if audited else None
    if chosen is None:
        complain(arguments, "没有这样的构建，见 jihe status", "No such build; see jihe status")
        return 2
    try:
        with locked(home):
            publish(home, chosen, kept=True)
            remake(home, arguments.lang)
    except HomeBusyError as error:
        complain(arguments, str(error), str(error))
        return 2
    except NotPublishableError as error:
        complain(arguments, f"不能发布：{error}", f"Not publishable: {error}")
        return 1
    say(
        arguments,
        f"已发布 {chosen.build_id}：{home.published}",
        f"Published {chosen.build_id}: {home.published}",
    )
    return 0
