"""Cutting the text where marks begin and end: every character once, every mark found by its id."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from orchestration.site.marks import Mark, MarkedText, document_html

_MARKS = st.lists(
    st.tuples(st.integers(-2, 32), st.integers(0, 12), st.booleans()).map(
        lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=8,
)


def _marks(drawn: list[tuple[int, int, bool]]) -> list[Mark]:
    return [
        Mark((start, end), f"m{number}", f"t{number}", is_figure, "error" if number % 2 else "")
        for number, (start, end, is_figure) in enumerate(drawn)
    ]


@given(_MARKS, st.lists(st.integers(1, 29), max_size=4))
def test_any_marks_leave_the_text_whole_and_each_is_there_once(
    drawn: list[tuple[int, int, bool]], cuts: list[int]
) -> None:
    text = "一<b>&二'三\"四五六七八九十" + "甲乙丙丁戊己庚辛壬癸子丑"
    marked = MarkedText(text, _marks(drawn))
    borders = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    html = "".join(marked.html(low, high) for low, high in pairwise(borders))
    plain = re.sub("<[^>]*>", "", html)
    unescaped = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&#34;", '"')
    assert unescaped.replace("&amp;", "&") == text
    inside = {f"m{n}" for n, (low, high, _) in enumerate(drawn) if 0 <= low < high <= len(text)}
    assert set(re.findall(r'id="(m\d+)"', html)) == inside == marked.anchors
    assert len(re.findall(r'id="(m\d+)"', html)) == len(inside)


def test_a_figure_inside_a_quoted_sentence_leads_to_the_figure_and_the_rest_to_the_finding() -> None:
    marked = MarkedText(
        "支出90万元整", [Mark((0, 7), "q1", "finding-x", False, "warning"), Mark((2, 6), "f1", "v1", True)]
    )
    html = marked.html(0, 7)
    assert re.findall(r'href="#([^"]+)"[^>]*>(?:<span[^>]*></span>)*([^<]+)<', html) == [
        ("finding-x", "支出"), ("v1", "90万元"), ("finding-x", "整"),
    ]  # fmt: skip
    assert html.count(' warning"') == 3


def test_tables_keep_their_spans_and_short_rows_reach_the_edge() -> None:
    text = MarkedText("甲乙丙丁戊", [])
    html = document_html(text, '[["t",3,2,[[[0,1,1,1]],[[1,2,1,1],[2,3,1,1]]]],["p",3,5,2]]')
    assert '<tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr>' in html
    assert html.count('class="page"') == 1 and "第2页" in html and "表3" in html
    merged = document_html(text, '[["t",1,null,[[[0,1,2,1],[1,2,1,1]],[[2,3,1,1]]]]]')
    assert '<td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td>' in merged


def test_a_figure_that_no_rule_uses_looks_unsure() -> None:
    marked = MarkedText(
        "编制30名和23名",
        [Mark((2, 5), "f1", "v1", True), Mark((6, 9), "f2", "v2", True, is_unsure=True)],
    )
    classes = re.findall(r'class="([^"]*)" href="#(v\d)"', marked.html(0, 9))
    assert classes == [("f", "v1"), ("f unsure", "v2")]
