"""E-mail in HTML and plain text, built and carried by Apprise.

Belongs here: what Apprise's mails lack: our own plain text (theirs loses tables and addresses) and an identity that stays
when a mail is sent again. Does not belong here: addresses and secrets (channels).
"""

from __future__ import annotations

import email
import email.policy
import smtplib
from collections.abc import Iterable
from email.message import EmailMessage
from typing import Any

from orchestration.alerts import render
from orchestration.alerts.blocks import Message
from orchestration.alerts.robots import Outcome


def send_mail(plugin: Any, message: Message) -> Outcome:
    """Send one mail to each recipient.

    Args:
        plugin: Apprise's plugin for e-mail, with server, sender and recipients.
        message: what to send. A receiver that got it before can tell by its Message-ID.
    """
    from apprise.plugins.email.smtp import AppriseSMTPController

    try:
        with AppriseSMTPController(
            host=plugin.smtp_host,
            port=plugin.port,
            secure_mode=plugin.secure_mode,
            user=plugin.user,
            password=plugin.password,
            verify_certificate=plugin.verify_certificate,
            socket_connect_timeout=plugin.socket_connect_timeout,
        ) as smtp:
            refused = [
                prepared.recipient
                for prepared in _prepared(plugin, message)
                if not smtp.sendmail(
                    plugin.from_addr[1], prepared.to_addrs, _finished(prepared.body, message)
                )
            ]
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(False, str(error))
    return Outcome(not refused, f"{len(refused)} refused" if refused else "")


def _prepared(plugin: Any, message: Message) -> Iterable[Any]:
    from apprise import NotifyFormat
    from apprise.plugins.email.base import NotifyEmail

    prepared: Iterable[Any] = NotifyEmail.prepare_emails(
        subject=message.title,
        body=render.html(message),
        notify_format=NotifyFormat.HTML,
        from_addr=plugin.from_addr,
        to=plugin.targets,
        cc=plugin.cc,
        bcc=plugin.bcc,
        reply_to=plugin.reply_to,
        smtp_host=plugin.smtp_host,
        headers={"Auto-Submitted": "auto-generated"},
        names=plugin.names,
        tzinfo=plugin.tzinfo,
    )
    return prepared


def _finished(prepared: str, message: Message) -> str:
    """A prepared mail with our plain text and a lasting identity."""
    mail = email.message_from_string(prepared, policy=email.policy.SMTP.clone(cte_type="7bit"))
    plain = mail.get_body(["plain"]) if isinstance(mail, EmailMessage) else None
    if plain is not None:
        plain.set_content(render.text(message), cte="base64")
    del mail["Message-ID"]
    mail["Message-ID"] = f"<{message.key}@jihe.invalid>"
    return mail.as_bytes().decode("ascii")
