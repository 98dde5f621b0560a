"""``jihe rollback``: publish the build before the current one again.

Belongs here: the command. Does not belong here: how it is done (publishing.publish).
"""

from __future__ import annotations

import argparse

from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.commands.products import remake
from orchestration.publishing.builds import find_build
from orchestration.publishing.lock import HomeBusyError, locked
from orchestration.publishing.publish import NotPublishableError, rollback


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "build", nargs="?", help="退回到哪个构建 / build to go back to (default: the one before)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Roll back: 0 done, 1 nothing to go back to, 2 no such build or home in use."""
    home = home_of(arguments)
    target = find_build(home, arguments.build) if arguments.build else None
    if arguments.build and target is None:
        complain(arguments, "没有这样的构建，见 jihe status", "No such build; see jihe status")
        return 2
    try:
        with locked(home):
            build = rollback(home, target)
            remake(home, arguments.lang)
    except HomeBusyError as error:
        complain(arguments, str(error), str(error))
        return 2
    except NotPublishableError as error:
        complain(arguments, str(error), str(error))
        return 1
    say(arguments, f"已退回到 {build.build_id}", f"Back at {build.build_id}")
    return 0
