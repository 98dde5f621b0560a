"""Names and years: another department, another county, another year, other names of what is counted.

Belongs here: changes of who and when, and of the names that the reference data hold as equal.
Does not belong here: headings (``headings``), other words (``wording``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from benchmarks.perturbing.comparing import Key
from benchmarks.perturbing.texts import Text
from extraction import reference

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)[0-3]\d(?![\d.,%％]|\s*[万亿元人名个辆批家项次分吨亩公户件场])")
_BACK = 3
_PLACE = re.compile(
    r"^(?:中共)?(?P<place>[\u4e00-\u9fff]{2,8}?(?:自治县|自治州|县|市|区|旗|州))(?P<office>[\u4e00-\u9fff]{2,})$"
)
_FEWEST = 4
#: What stands before a name that is no part of a longer one.
_BOUND = re.compile(r"(?:^|[^\u4e00-\u9fff]|年度?|年[末底初]|其中|本部门|本单位|我局)$")
#: As the reference data write names; none of these marks has another length.
_PLAIN = {ord("（"): "(", ord("）"): ")", ord("“"): '"', ord("”"): '"'}


def three_years_before(text: Text) -> str:
    """Every year three less."""
    return _YEAR.sub(lambda match: str(int(match[0]) - _BACK), text.text)


def in_earlier_year(key: Key) -> Key:
    """The key of a figure in a text three years older."""
    return key._replace(year=key.year - _BACK) if key.year else key


def _named(text: Text) -> re.Match[str] | None:
    title = text.text.lstrip("#| \n").split("\n", 1)[0]
    name = text.truth.get("department_name") or re.split(r"\d{4}年|关于", title.strip())[0]
    return _PLACE.match(name)


def of_place(place: str) -> object:
    """The county or city of the department by another name."""

    def change(text: Text) -> str | None:
        name = _named(text)
        return text.text.replace(name["place"], place) if name else None

    return change


def of_office(office: str) -> object:
    """The department itself by another name, wherever the text prints its own."""

    def change(text: Text) -> str | None:
        name = _named(text)
        return text.text.replace(name["office"], office) if name and len(name["office"]) > 2 else None

    return change


@lru_cache(maxsize=1)
def _synonyms() -> tuple[dict[str, str], re.Pattern[str]]:
    """Each name with the next one of its group, and all names, the longest first."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for alias in reference.aliases():
        if alias.strength == "" and reference.concepts()[alias.concepts[0]].kind != "points":
            groups[(alias.concepts, alias.stage, alias.fund_scope)].append(alias.text)
    following = {}
    for names in groups.values():
        kept = [name for name in names if len(name) >= _FEWEST]
        following |= dict(zip(kept, [*kept[1:], *kept[:1]], strict=True))
    every = sorted({alias.text for alias in reference.aliases()}, key=len, reverse=True)
    return following, re.compile("|".join(map(re.escape, every)))


def by_other_names(steps: int) -> object:
    """Names of figures each by another name that the reference data hold for the same."""

    def change(text: str) -> str:
        following, pattern = _synonyms()
        plain = text.translate(_PLAIN)
        written: list[str] = []
        at = 0
        for match in pattern.finditer(plain):
            name = match[0]
            for _ in range(
                steps if _BOUND.search(plain[max(match.start() - _FEWEST, 0) : match.start()]) else 0
            ):
                name = following.get(name, name)
            written += text[at : match.start()], text[slice(*match.span())] if name == match[0] else name
            at = match.end()
        return "".join(written) + text[at:]

    return change
