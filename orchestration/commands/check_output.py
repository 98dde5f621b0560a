"""How ``jihe check`` shows verdicts: for people, as a table, as JSON.

Belongs here: layout. Does not belong here: what is right or wrong. SARIF has its own module.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from orchestration.commands.lines import Lines, lines_of, place_of
from orchestration.commands.summary import WORDS, in_words, severity_label

if TYPE_CHECKING:
    from orchestration.commands.reading import ReadFile

Verdict = Mapping[str, Any]
Checked: TypeAlias = "Sequence[tuple[ReadFile, Sequence[Verdict]]]"

FAULTS = ("contradiction", "weakness")
#: A finding shows so many of its places; who wants all of them asks for JSON.
_MOST_PLACES = 3
#: and of one place so many quotes.
_MOST_QUOTES = 6
#: The messages name their places too: here they follow line by line.
_PLACES = {"zh": re.compile(r"位置：[^。]*。"), "en": re.compile(r" ?Places: [^.]*\.")}
_SEVERITY_ORDER = ("error", "warning", "info")
_JSON_FIELDS = (
    *(
        "verdict_id",
        "rule_id",
        "rule_version",
        "instance",
        "outcome",
        "severity",
        "reason",
        "message_zh",
        "message_en",
    ),
    *(
        "quotes",
        "locators",
        "expected",
        "actual",
        "difference",
        "tolerance",
        "missing",
        "operands",
        "same_cause_as",
    ),
)


def as_json(value: Any) -> str:
    """JSON as people can read it; decimals stay exact text."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def file_object(file: ReadFile, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """One file with its verdicts."""
    shown = [{name: verdict[name] for name in _JSON_FIELDS if name in verdict} for verdict in verdicts]
    result: dict[str, Any] = {"file": file.path, "status": "checked" if file.is_report else "unreadable"}
    if not file.is_report:
        result["status"] = file.extraction.outcome.status if file.extraction else "quarantined"
        result |= {
            "error_code": file.code,
            "message_zh": file.message_zh,
            "message_en": file.message_en,
        }
    return result | {"verdicts": shown}


def findings(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts that a person must look at, gravest first; of those with one cause the one that tells it."""
    faults = [
        verdict for verdict in verdicts if verdict["outcome"] in FAULTS and not verdict.get("same_cause_as")
    ]
    return sorted(
        faults,
        key=lambda verdict: (
            _SEVERITY_ORDER.index(verdict["severity"]),
            verdict["rule_id"],
            verdict["instance"],
        ),
    )


def word(name: str, lang: str) -> str:
    """A word of the verdicts in the reader's language."""
    return WORDS.get(name, (name, name))[0 if lang == "zh" else 1]


def text(checked: Checked, lang: str) -> str:
    """The answer for people: findings with their places, then what was and was not checked."""
    return "\n\n".join(_file_text(file, verdicts, lang) for file, verdicts in checked)


def _file_text(file: ReadFile, verdicts: Sequence[Verdict], lang: str) -> str:
    lines = [file.path]
    if not file.is_report:
        return f"{file.path}\n  ✗ {file.problem(lang)}"
    if file.extraction is not None and file.extraction.identity.title:
        lines.append(f"  {file.extraction.identity.title}")
    source, numbered = file.extraction, lines_of(file)
    for finding in findings(verdicts):
        sign = {"error": "✗", "warning": "!", "info": "·"}[finding["severity"]]
        label = severity_label(finding["severity"], lang)
        message = without_places(finding[f"message_{lang}"], lang)
        lines += ["", f"  {sign} [{finding['rule_id']}] {label}  {message}"]
        lines += [
            f"      {place}"
            for place in [
                *_few(places(finding, lang, numbered), lang),
                *_consequences(finding, verdicts, lang),
            ]
        ]
    counts = dict(Counter(verdict["outcome"] for verdict in verdicts))
    found = len(findings(verdicts))
    figures = len(source.figures) if source is not None else 0
    rules = len({verdict["rule_id"] for verdict in verdicts})
    if lang == "zh":
        closing = f"  共读出数字 {figures} 个，核对规则 {rules} 条：{in_words(counts, lang)}。"
        closing += "" if found else "没有发现问题。"
    else:
        closing = f"  {figures} figures, {rules} rules: {in_words(counts, lang)}."
        closing += "" if found else " Nothing found."
    return "\n".join([*lines, "", closing])


def without_places(message: str, lang: str) -> str:
    """A message for those who see the places beside it."""
    return _PLACES[lang].sub("", message)


def places(verdict: Verdict, lang: str, numbered: Lines | None = None) -> list[str]:
    """Each place with its quotes, one line each; of a text file the sentence is quoted."""
    quotes, locators = verdict.get("quotes") or [], verdict.get("locators") or []
    lines: list[tuple[str, str]] = []
    for number, quote in enumerate(quotes):
        locator = (locators[number] if number < len(locators) else {}) or {}
        words = " ".join(quote.split())
        place, shown = place_in_words(locator, lang), words
        if (found := place_of(numbered, locator)) is not None:
            line, sentence = found
            table = f"，{place}" if lang == "zh" else f", {place}"
            place = (f"第{line}行" if lang == "zh" else f"line {line}") + ("" if sentence else table)
            shown = sentence or shown
            if any(place == known and words in already for known, already in lines):
                continue  # that part of a long sentence is shown
        lines.append((place, shown))
    at_place: dict[str, list[str]] = {}
    for place, shown in dict.fromkeys(lines):
        at_place.setdefault(place, []).append(shown)
    return [_quoted(place, quotes, lang) for place, quotes in at_place.items()]


def _quoted(place: str, quotes: Sequence[str], lang: str) -> str:
    inner = [f"“{quote.replace('“', '‘').replace('”', '’')}”" for quote in quotes[:_MOST_QUOTES]]
    more = len(quotes) > _MOST_QUOTES
    if lang == "zh":
        return f"{place}：{'、'.join(inner)}" + ("等" if more else "")
    return f"{place}: {', '.join(inner)}" + (" and others" if more else "")


def _few(lines: list[str], lang: str) -> list[str]:
    """The first places, and how many there are."""
    if len(lines) <= _MOST_PLACES + 1:
        return lines
    rest = len(lines)
    return [*lines[:_MOST_PLACES], f"……共{rest}处" if lang == "zh" else f"... {rest} places in all"]


def _consequences(finding: Verdict, verdicts: Sequence[Verdict], lang: str) -> Iterator[str]:
    """What other rules saw of the same cause."""
    lead = "同一原因还见于" if lang == "zh" else "The same cause is seen by"
    for verdict in verdicts:
        if verdict.get("same_cause_as") and verdict["same_cause_as"] == finding.get("verdict_id"):
            seen = _PLACES[lang].split(verdict[f"message_{lang}"])[0]
            yield f"{lead} [{verdict['rule_id']}] {seen}"


def place_in_words(locator: Mapping[str, Any], lang: str) -> str:
    """A locator as people look it up: page, table and row, or paragraph with its first words."""
    table, row, column, paragraph = (
        locator.get(name, locator.get(f"{name}_no")) for name in ("table", "row", "column", "paragraph")
    )
    page, words = locator.get("page"), locator.get("words", locator.get("paragraph_words"))
    start = locator.get("char_start")
    zh, en = [], []
    if page is not None:
        zh.append(f"第{page}页")
        en.append(f"page {page}")
    if table is not None:
        zh.append(f"表{table}第{row}行" + (f"第{column}列" if column is not None else ""))
        en.append(f"table {table}, row {row}" + (f", column {column}" if column is not None else ""))
    elif page is not None:
        zh.append(f"“{words}”段" if words else "")
        en += [f"paragraph “{words}”"] if words else []
    elif paragraph is not None:
        zh.append(f"第{paragraph}段" + (f"“{words}”" if words else ""))
        en.append(f"paragraph {paragraph}" + (f" “{words}”" if words else ""))
    elif words:
        zh.append(f"表内“{words}”段")
        en.append(f"in a table, “{words}”")
    else:
        zh.append(f"正文第{start + 1}字" if start is not None else "正文")
        en.append(f"character {start + 1}" if start is not None else "text")
    return "".join(zh) if lang == "zh" else ", ".join(en)


def table(checked: Checked, lang: str) -> str:
    """One line per verdict, in columns."""
    lines = []
    for file, verdicts in checked:
        lines.append(file.path)
        if not file.is_report:
            lines.append(f"  {file.problem(lang)}")
        for verdict in verdicts:
            outcome, severity = word(verdict["outcome"], lang), severity_label(verdict["severity"], lang)
            difference = verdict.get("difference")
            shown = "" if difference is None else _plain(difference)
            lines.append(
                f"  {verdict['rule_id']:<4} {_padded(outcome, 14)} {_padded(severity, 8)} "
                f"{_padded(verdict['instance'], 32)} {shown}"
            )
    return "\n".join(lines)


def _padded(value: str, width: int) -> str:
    """Text padded for terminals, where a Chinese character takes two cells."""
    taken = sum(2 if ord(character) > 0x2E7F else 1 for character in value)
    return value + " " * max(0, width - taken)
