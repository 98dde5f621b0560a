"""Filling a Word template: an office's own document with names in double braces.

Belongs here: the little language of templates (documented in docs/products.md).
Does not belong here: what is filled in (letters, score_check), the templates that come with jihe (templates), archives of
fixed bytes (packing).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from orchestration.products.packing import Package
from orchestration.publishing.workbook import safe_text

Context = Mapping[str, Any]  # text, numbers and truth values by name; lists of such for rows
_NAME = re.compile(r"\{\{\s*([a-z_][a-z_0-9.]*)\s*(\|\s*merge\s*)?\}\}")
_BLOCK = re.compile(r"^\s*\{\{\s*(?:if\s+(not\s+)?([a-z_0-9]+)|(end))\s*\}\}\s*$")
_ANY = re.compile(r"\{\{.*?\}\}")


class TemplateError(Exception):
    """A template cannot be used; the message says why in both languages."""


class Template:
    """A template, read once and filled many times.

    Args:
        path: the .docx file.
        created: the date that its documents bear.
        known: every name that it may use, fields of lists as ``list.field``.

    Raises:
        TemplateError: when it is no .docx file or uses a name that is not known.
    """

    def __init__(self, path: Path, created: datetime, known: Collection[str]) -> None:
        self.path = path
        try:
            document = Document(str(path))
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
            raise TemplateError(f"模板打不开：{path} / cannot be opened as .docx: {error}") from error
        document.core_properties.created = document.core_properties.modified = created.astimezone(
            UTC
        ).replace(tzinfo=None)
        document.core_properties.revision = 1
        whole = io.BytesIO()
        document.save(whole)
        with zipfile.ZipFile(whole) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        texts = [name for name in entries if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        self._roots = {name: parse_xml(entries[name]) for name in texts}
        self._package = Package(entries, texts)
        for paragraph in (p for root in self._roots.values() for p in root.iter(qn("w:p"))):
            self._check(_text(paragraph), known)

    def _check(self, text: str, known: Collection[str]) -> None:
        """Complain of what is no placeholder, before anything is written."""
        for mark in _ANY.findall(text):
            block, name = _BLOCK.match(mark), _NAME.fullmatch(mark)
            if not block and not name:
                raise self._wrong(f"看不懂 {mark}", "not understood")
            wanted = block[2] if block else name[1] if name else None
            if wanted and wanted not in known:
                listed = ", ".join(sorted(known))
                raise self._wrong(f"没有叫“{wanted}”的内容，可用：{listed}", f"no such name as {wanted}")

    def fill(self, context: Context) -> bytes:
        """The document with everything filled in; the same context gives the same bytes.

        Raises:
            TemplateError: when a block is not closed or a row uses two lists.
        """
        texts = {}
        for name, root in self._roots.items():
            copy = deepcopy(root)
            _blocks(copy, context, self._wrong)
            # What comes from reports may hold braces too: nothing is looked at again once it is filled.
            paragraphs = list(copy.iter(qn("w:p")))
            for row, fields in _rows(copy, context, self._wrong):
                for paragraph in row.iter(qn("w:p")):
                    _fill_paragraph(paragraph, {**context, **fields})
            for paragraph in paragraphs:
                _fill_paragraph(paragraph, context)
            texts[name] = etree.tostring(copy, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self._package.packed(texts)

    def _wrong(self, zh: str, en: str) -> TemplateError:
        return TemplateError(f"模板 {self.path.name}：{zh} / {en}")


Wrong = Callable[[str, str], TemplateError]


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def _blocks(root: Any, context: Context, wrong: Wrong) -> None:
    """Drop what stands between {{if name}} and {{end}} where the name is empty; drop the two marks."""
    for parent in (root.find(qn("w:body")), root):
        if parent is not None:
            _drop(parent, context, wrong)


def _drop(parent: Any, context: Context, wrong: Wrong) -> None:
    keep: bool | None = None  # outside of any block
    for element in list(parent):
        mark = _BLOCK.match(_text(element)) if element.tag == qn("w:p") else None
        if mark is None:
            if keep is False:
                parent.remove(element)
            continue
        parent.remove(element)
        if mark[3]:
            if keep is None:
                raise wrong("{{end}} 前没有 {{if …}}", "{{end}} without {{if …}}")
            keep = None
        elif keep is not None:
            raise wrong("{{if …}} 不能套在另一个里面", "{{if …}} inside another one")
        else:
            keep = bool(context[mark[2]]) != bool(mark[1])
    if keep is not None:
        raise wrong("{{if …}} 后缺少 {{end}}", "{{if …}} without {{end}}")


def _rows(root: Any, context: Context, wrong: Wrong) -> Iterator[tuple[Any, Context]]:
    """Repeat a table row that names the fields of a list; each new row and the fields of its item."""
    for row in list(root.iter(qn("w:tr"))):
        names = [match[1] for match in _NAME.finditer(_text(row))]
        lists = sorted({name.split(".")[0] for name in names if "." in name})
        if len(lists) > 1:
            raise wrong(f"同一行只能用一个列表：{'、'.join(lists)}", "one row can repeat one list only")
        if lists:
            yield from _repeat(row, lists[0], context[lists[0]])


def _repeat(row: Any, name: str, items: Sequence[Context]) -> Iterator[tuple[Any, Context]]:
    columns = [_merge_field(cell, name) for cell in row.findall(qn("w:tc"))]
    before: tuple[Any, ...] = ()
    for item in items:
        copy = deepcopy(row)
        row.addprevious(copy)
        here: tuple[Any, ...] = ()
        for cell, field in zip(copy.findall(qn("w:tc")), columns, strict=True):
            if field is not None:
                # A cell goes on from the row above when it and all merging cells left of it say the same.
                here += (item.get(field),)
                _merge(cell, continued=bool(item.get(field)) and before[: len(here)] == here)
        before = here
        yield copy, {f"{name}.{key}": value for key, value in item.items()}
    for paragraph in row.iter(qn("w:p")):
        for node in paragraph.iter(qn("w:t")):
            node.text = ""  # the pattern itself is gone from the document
    row.getparent().remove(row)


def _merge_field(cell: Any, name: str) -> str | None:
    for match in _NAME.finditer(_text(cell)):
        if match[2] and match[1].startswith(f"{name}."):
            return match[1].split(".", 1)[1]
    return None


def _merge(cell: Any, *, continued: bool) -> None:
    properties = cell.get_or_add_tcPr()
    for old in properties.findall(qn("w:vMerge")):
        properties.remove(old)
    mark = OxmlElement("w:vMerge")
    if not continued:
        mark.set(qn("w:val"), "restart")
    after = [child for child in properties if child.tag in (qn("w:cnfStyle"), qn("w:tcW"), qn("w:gridSpan"))]
    properties.insert(len(after), mark)
    if continued:
        for node in cell.iter(qn("w:t")):
            node.text = ""


def _fill_paragraph(paragraph: Any, context: Context) -> None:
    """Put values in place of names; a name may be spread over several runs, as Word likes to do."""
    nodes = [node for node in paragraph.iter(qn("w:t")) if _own(node, paragraph)]
    text = "".join(node.text or "" for node in nodes)
    if "{{" not in text:
        return
    for match in reversed(list(_NAME.finditer(text))):
        _replace(nodes, match.start(), match.end(), _shown(context[match[1]]))
    for node in nodes:
        _breaks(node)


def _own(node: Any, paragraph: Any) -> bool:
    """Whether a text belongs to this paragraph and not to one in a text box within it."""
    return next(node.iterancestors(qn("w:p"))) is paragraph


def _shown(value: Any) -> str:
    return "" if value is None else safe_text(value)


def _replace(nodes: Sequence[Any], start: int, end: int, value: str) -> None:
    """Replace characters start to end of the joined text, keeping the format of the first one."""
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last or (first == last == 0 and start == at == end):
            node.text = text[:first] + (value if at <= start < at + len(text) else "") + text[last:]
        at += len(text)


def _breaks(node: Any) -> None:
    """Line ends within a text as breaks; spaces at its ends kept."""
    lines = (node.text or "").split("\n")
    node.text = lines[0]
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    last = node
    for line in lines[1:]:
        for new in _line(line):
            last.addnext(new)
            last = new


def _line(text: str) -> Iterator[Any]:
    yield OxmlElement("w:br")
    node = OxmlElement("w:t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield node
