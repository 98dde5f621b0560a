"""``jihe alerts``: tell offices what is new, send what waits, try a channel, show what was sent.

Belongs here: the command. Does not belong here: what is told and how it is sent (orchestration.alerts).
"""

from __future__ import annotations

import argparse

from orchestration.alerts.channels import address_of, sender_of
from orchestration.alerts.deliver import deliver
from orchestration.alerts.incidents import trial
from orchestration.alerts.memory import remembered
from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.settings import Settings, SettingsError, load_settings
from orchestration.alerts.words import moment
from orchestration.commands.common import add_home, complain, home_of, say
from orchestration.paths import Home, reference_folder

_STATUS = {"pending": ("待发", "waiting"), "sent": ("已发", "sent"), "failed": ("未送达", "not delivered")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "action",
        choices=("outbox", "send", "test"),
        nargs="?",
        default="outbox",
        help="outbox 列出消息 / list messages; send 发送 / tell and send; test 试发 / try channels",
    )
    parser.add_argument("channel", nargs="*", help="test: 渠道 / channels (default: all that are set up)")
    parser.add_argument(
        "--again", action="store_true", help="send: 未送达的也重发 / what was given up as well"
    )


def run(arguments: argparse.Namespace) -> int:
    """Do it: 0 done, 1 something was not sent, 2 the request or the reference data cannot be served."""
    try:
        settings = load_settings(reference_folder())
    except SettingsError as error:
        complain(arguments, f"提醒的设置有误：\n{error}", f"The settings of alerts are wrong:\n{error}")
        return 2
    if arguments.action == "test":
        return _test(arguments, settings)
    home = home_of(arguments)
    if not home.path.is_dir():
        complain(arguments, f"没有这个工作目录：{home.path}", f"No such home: {home.path}")
        return 2
    return _send(arguments, home, settings) if arguments.action == "send" else _outbox(arguments, home)


def _test(arguments: argparse.Namespace, settings: Settings) -> int:
    unknown = [name for name in arguments.channel if name not in settings.channels]
    if unknown:
        complain(arguments, f"没有渠道：{'、'.join(unknown)}", f"No such channel: {', '.join(unknown)}")
        return 2
    chosen = arguments.channel or [name for name, row in settings.channels.items() if address_of(row)]
    if not chosen:
        say(arguments, "这台机器上没有设置任何渠道。", "No channel is set up on this machine.")
    tried = [_tried(arguments, settings, name) for name in chosen]
    return int(not all(tried))


def _tried(arguments: argparse.Namespace, settings: Settings, name: str) -> bool:
    channel = settings.channels[name]
    sender = sender_of(channel)
    if sender is None:
        variable = channel.address_env
        complain(
            arguments, f"{name}: 环境变量 {variable} 未设置", f"{name}: the variable {variable} is not set"
        )
        return False
    outcome = sender.deliver(trial(settings, channel))
    if outcome.sent:
        say(arguments, f"{name}: 已发", f"{name}: sent")
    else:
        complain(arguments, f"{name}: 未送达：{outcome.error}", f"{name}: not sent: {outcome.error}")
    return outcome.sent


def _send(arguments: argparse.Namespace, home: Home, settings: Settings) -> int:
    from orchestration.alerts.announce import announce

    if home.published.is_file():
        announce(home, settings)
    if arguments.again:
        with remembered(home) as memory:
            memory.retry_failed()
    done = deliver(home, settings, only_due=False)
    if done.busy:
        complain(arguments, "另一个进程正在发送。", "Another process is sending.")
        return 2
    say(
        arguments,
        f"已发 {done.sent}，待发 {done.waiting}，未送达 {done.failed}。",
        f"{done.sent} sent, {done.waiting} waiting, {done.failed} given up.",
    )
    for channel, problem in done.errors.items():
        complain(arguments, f"{channel}: {problem}", f"{channel}: {problem}")
    return int(bool(done.waiting or done.failed))


def _outbox(arguments: argparse.Namespace, home: Home) -> int:
    with remembered(home) as memory:
        found = memory.deliveries()
    for delivery in found:
        status = _STATUS[delivery.status][0 if arguments.lang == "zh" else 1]
        when = moment(delivery.message.created_at)
        line = f"{when}  {status}  {delivery.office}  {delivery.channel}  {delivery.message.title}"
        print(line + (f"  [{delivery.error}]" if delivery.error else ""))
    folder = outbox_folder(home)
    say(arguments, f"文件：{folder}", f"Files: {folder}")
    return int(any(delivery.status == "failed" for delivery in found))
