"""A message as plain text, as Markdown and as HTML.

Belongs here: the three forms, and shortening a message to a number of bytes.
Does not belong here: what one service asks for beyond that (robots). All text that is not ours is escaped; a message is
shortened block by block and says so, never in the middle of a word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from orchestration.alerts.blocks import Block, Facts, Heading, Link, Message, Paragraph, Table
from orchestration.alerts.words import pick

Form = Callable[[Message], str]
# Signs of Markdown and of mentions as wide ones: the services do not agree on how to escape them.
_MARKDOWN = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in "\\`*_[]<>#|~"})
_TABLE = 'style="border-collapse:collapse;margin:4px 0 12px"'
_CELL = 'style="border:1px solid #999;padding:3px 8px;text-align:left;vertical-align:top"'


def text(message: Message) -> str:
    """Plain text; the title is not in it."""
    return "\n".join(_text(block, message.lang) for block in message.blocks).strip() + "\n"


def _text(block: Block, lang: str) -> str:
    colon = pick(lang, "：", ": ")
    match block:
        case Heading():
            return f"\n■ {block.text}"
        case Paragraph():
            return block.text
        case Facts():
            return "\n".join(f"{name}{colon}{value}" for name, value in block.rows)
        case Link():
            return f"\n{block.text}{colon}{block.address}"
        case Table():
            return "\n".join(f"· {_row(block.headings, row, lang)}" for row in block.rows)


def _row(headings: Sequence[str], row: Sequence[str], lang: str) -> str:
    """A row in words: numbers need their headings, words do not; what is none is left out."""
    named = [f"{name} {cell}" if cell.isdecimal() else cell for name, cell in zip(headings, row, strict=True)]
    said = [part for part, cell in zip(named, row, strict=True) if cell not in ("", "0")]
    return pick(lang, "，", ", ").join(said)


def markdown(message: Message) -> str:
    """The Markdown that 企业微信, 钉钉 and 飞书 have in common: no tables; the title is not in it."""
    return "\n".join(_markdown(block, message.lang) for block in message.blocks).strip()


def _markdown(block: Block, lang: str) -> str:
    match block:
        case Heading():
            return f"\n**{plain(block.text)}**\n"
        case Paragraph():
            return f"\n{plain(block.text)}\n"
        case Facts():
            return "\n".join(f"- {plain(name)}: {plain(value)}" for name, value in block.rows)
        case Link():
            return f"\n[{plain(block.text)}]({block.address.replace(')', '%29').replace(' ', '%20')})"
        case Table():
            return "\n".join(f"- {plain(_row(block.headings, row, lang))}" for row in block.rows)


def plain(words: str) -> str:
    """Text in which nothing is Markdown."""
    return " ".join(words.split()).translate(_MARKDOWN)


def html(message: Message) -> str:
    """A page that needs nothing from elsewhere."""
    body = "\n".join(_html(block) for block in message.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if message.lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(message.title)}</title></head>\n'
        f'<body style="font-family:sans-serif;line-height:1.5">\n<h1 style="font-size:1.2em">'
        f"{escape(message.title)}</h1>\n{body}\n</body></html>\n"
    )


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f'<h2 style="font-size:1.05em">{escape(block.text)}</h2>'
        case Paragraph():
            return f"<p>{escape(block.text)}</p>"
        case Facts():
            rows = "".join(
                f"<tr><th {_CELL}>{escape(name)}</th><td {_CELL}>{escape(value)}</td></tr>"
                for name, value in block.rows
            )
            return f"<table {_TABLE}>{rows}</table>"
        case Link():
            return f'<p><a href="{escape(block.address)}">{escape(block.text)}</a></p>'
        case Table():
            return _html_table(block)


def _html_table(table: Table) -> str:
    head = "".join(f"<th {_CELL}>{escape(name)}</th>" for name in table.headings)
    rows = []
    for number, row in enumerate(table.rows):
        cells = [escape(cell) for cell in row]
        address = table.addresses[number] if table.addresses else ""
        if address:
            cells[0] = f'<a href="{escape(address)}">{cells[0]}</a>'
        rows.append("<tr>" + "".join(f"<td {_CELL}>{cell}</td>" for cell in cells) + "</tr>")
    return f"<table {_TABLE}><tr>{head}</tr>{''.join(rows)}</table>"


def fitted(message: Message, form: Form, limit: int) -> str:
    """The message in a form of at most ``limit`` bytes of UTF-8.

    Lines of the longest table go first, a table without lines and its heading after them. What leads on (the
    last block) stays; the message says that it is not whole.
    """
    written = form(message)
    if len(written.encode()) <= limit:
        return written
    *blocks, last = message.blocks
    note = Paragraph(pick(message.lang, "内容过长，其余见链接。", "Too long; the rest is behind the link."))
    while blocks:
        blocks = _shorter(blocks)
        written = form(replace(message, blocks=(*blocks, note, last)))
        if len(written.encode()) <= limit:
            return written
    return written.encode()[:limit].decode(errors="ignore")


def _shorter(blocks: list[Block]) -> list[Block]:
    """A list of blocks with less in it."""
    longest = max(range(len(blocks)), key=lambda number: len(getattr(blocks[number], "rows", ())))
    block = blocks[longest]
    if isinstance(block, Table) and len(block.rows) > 1:
        kept = max(1, len(block.rows) * 3 // 4) if len(block.rows) > 4 else len(block.rows) - 1
        cut = replace(block, rows=block.rows[:kept], addresses=block.addresses[:kept])
        return [*blocks[:longest], cut, *blocks[longest + 1 :]]
    return blocks[:-1]
