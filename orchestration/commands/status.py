"""``jihe status``: what is published, and which builds there are.

Belongs here: reading manifests aloud. Does not belong here: changing anything.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from orchestration.commands.common import add_home, home_of, say
from orchestration.commands.summary import summary
from orchestration.publishing.builds import builds, find_build
from orchestration.publishing.publish import published_build

_STATUS = {
    "building": "未完成",
    "refused": "未通过检查",
    "published": "已发布",
    "withdrawn": "已撤回",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式 / output")


def run(arguments: argparse.Namespace) -> int:
    """Say what is published: 0; 1 when nothing is."""
    home = home_of(arguments)
    published = published_build(home)
    known = builds(home)
    if arguments.format == "json":
        print(
            json.dumps(
                {"published": published, "builds": [asdict(build) for build in known]},
                ensure_ascii=False,
                indent=1,
            )
        )
        return 0 if published else 1
    if published is None:
        say(
            arguments,
            f"{home.path} 还没有发布。运行 jihe run。",
            f"{home.path}: nothing published. jihe run.",
        )
    else:
        build = find_build(home, published["build_id"])
        print(summary(home, build, arguments.lang) if build else json.dumps(published, ensure_ascii=False))
    for build in reversed(known):
        current = "*" if published and build.build_id == published["build_id"] else " "
        status = _STATUS.get(build.status, build.status) if arguments.lang == "zh" else build.status
        print(f"{current} {build.build_id}  {status}  {build.root}")
        for problem in build.problems:
            print(f"      {problem}")
    return 0 if published else 1
