"""The words of a Word paragraph as a person sees them, and names of elements.

Belongs here: runs, signs, what is deleted or hidden.
Does not belong here: paragraphs among tables (``docx``), numbers before headings (``docx_numbering``).
"""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Deleted or moved away, field codes, and what Word keeps for readers that do not know text boxes.
UNSEEN = {
    W + name
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "pPr",
        "rPr",
        "tblPr",
        "tcPr",
        "trPr",
        "tblGrid",
        "sectPr",
    )
} | {_MC + "Fallback"}
AROUND = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple")
} | {_MC + "AlternateContent", _MC + "Choice"}
_TEXT, _RUN, _RUN_PROPERTIES, _HIDDEN, _BOX = (
    W + name for name in ("t", "r", "rPr", "vanish", "txbxContent")
)
_SIGNS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "-",
}


def collect(element: etree._Element, words: list[str], boxes: list[etree._Element]) -> None:
    """The words of a paragraph, and the text boxes that hang on it."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in UNSEEN:
            continue
        if tag == _TEXT:
            words.append(child.text or "")
        elif tag == _RUN:
            properties = child_of(child, _RUN_PROPERTIES)
            if properties is None or child_of(properties, _HIDDEN) is None:
                collect(child, words, boxes)
        elif tag in _SIGNS:
            words.append(_SIGNS[tag])
        elif tag == _BOX:
            boxes.append(child)
        elif len(child):
            collect(child, words, boxes)


def child_of(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child with this tag; many times faster than ``find``, which reads its argument as a path."""
    return next(element.iterchildren(tag), None)
