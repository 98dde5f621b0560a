"""Recognises the text of page images with RapidOCR, whose models come inside its package; works offline.

Belongs here: the engine, its text boxes as glyphs of a page, and how sure it is of every sign.
Does not belong here: pixels (``scan_image``), tables and paragraphs (``geometry_*``).
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from itertools import pairwise
from typing import Any

from extraction.errors import UnreadableError
from extraction.readers.documents.progress import got_on
from extraction.readers.pages.geometry import Glyph, PageContent, Rule

#: Shares of the mean width that a narrow and a wide sign take in a line.
_NARROW = 0.55


def require_engine() -> None:
    """Raises ``UnreadableError`` (``ocr_missing``) unless the packages for recognition are installed."""
    if any(importlib.util.find_spec(name) is None for name in ("rapidocr", "onnxruntime", "cv2")):
        raise UnreadableError("ocr_missing")


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Global.log_level": "error",
            "Rec.rec_batch_num": 1,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def recognise(image: Any, number: int, width: float) -> PageContent:
    """The text and rules of a page image.

    Args:
        image: the page in shades of grey, rows of pixels.
        number: number of the page.
        width: width of the page in points.

    Raises:
        UnreadableError: ``ocr_missing``.
    """
    require_engine()
    import cv2

    from extraction.readers.pages import scan_image

    if image.ndim == 3:
        image = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.shape[2] == 3 else image[:, :, 0]
    image, _ = scan_image.shrunk(image)
    image = scan_image.deskewed(image)
    point = image.shape[1] / width
    horizontal, vertical = scan_image.rules(image)
    page = PageContent(number, width, image.shape[0] / point, recognised=True)
    page.horizontal = [Rule(at / point, low / point, high / point) for at, low, high in horizontal]
    page.vertical = [Rule(at / point, low / point, high / point) for at, low, high in vertical]
    for box, text, scores in _lines(cv2.cvtColor(image, cv2.COLOR_GRAY2BGR)):
        left, top = float(box[:, 0].min()) / point, float(box[:, 1].min()) / point
        right, bottom = float(box[:, 0].max()) / point, float(box[:, 1].max()) / point
        page.glyphs.extend(_split(Glyph(left, top, right, bottom, text), scores, page.vertical))
    got_on()
    return page


def recognise_file(data: bytes, number: int, width: float) -> PageContent:
    """The text and rules of an image file that fills a page.

    Raises:
        UnreadableError: ``ocr_missing``, ``damaged``, ``too_large``.
    """
    require_engine()
    from extraction.readers.pages import scan_image

    image = scan_image.decode(data)[0]
    if scan_image.too_large(image):
        raise UnreadableError("too_large")
    return recognise(image, number, width)


def _lines(image: Any) -> list[tuple[Any, str, tuple[float, ...]]]:
    """Boxes with their text and how sure the engine is of each of its signs."""
    engine = _engine()
    found, _, read, _ = engine.run_ocr_steps(image, {})
    if found.boxes is None or read.txts is None:
        return []
    return [
        (box, text, tuple(word.confs))
        for box, text, word in zip(found.boxes, read.txts, read.word_results, strict=True)
        if text.strip()
    ]


def _split(line: Glyph, scores: tuple[float, ...], vertical: list[Rule]) -> list[Glyph]:
    """A line, cut where a vertical rule runs through it."""
    height = line.bottom - line.top
    middle = (line.top + line.bottom) / 2
    cuts = [
        rule.at
        for rule in vertical
        if rule.low < middle < rule.high and line.left + 0.4 * height < rule.at < line.right - 0.4 * height
    ]
    edges = _sign_edges(line)
    starts = [min(range(len(line.text)), key=lambda n: abs(edges[n] - cut)) for cut in sorted(cuts)]
    pieces = []
    for start, end in pairwise([0, *starts, len(line.text)]):
        text = line.text[start:end]
        if text.strip():
            pieces.append(
                line._replace(left=edges[start], right=edges[end], text=text, scores=scores[start:end])
            )
    return pieces


def _sign_edges(line: Glyph) -> list[float]:
    """Where each sign of a line begins, and the line's end, from the usual widths of signs."""
    widths = [_NARROW if sign.isascii() else 1.0 for sign in line.text]
    unit = (line.right - line.left) / sum(widths)
    edges = [line.left]
    for width in widths:
        edges.append(edges[-1] + width * unit)
    return edges
