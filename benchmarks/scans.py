"""How well scans are read: reports drawn on paper, photographed worse and worse, and read back.

Belongs here: making scans of known text, and comparing what is read with the text itself.
Does not belong here: drawing sheets (``page_layout``, ``pages``), or other measurements.

Run ``python -m benchmarks.scans``; it prints the table of docs/formats.md. Needs a Chinese font and the recogniser.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.page_layout import sheets_of
from benchmarks.pages import Sheet, image, images_as_pdf
from extraction.extract import extract
from extraction.model import Extraction, Figure

REPOSITORY = Path(__file__).resolve().parents[1]
#: name -> dots an inch, how bad: 0 is a clean scan, 1 an office copier, 1.6 a copy of a copy
QUALITIES = {"200 dpi, clean": (200, 0.0), "200 dpi, worn": (200, 1.0), "150 dpi, worn": (150, 1.0)}
#: Rules use figures from this confidence on.
_ASSERTED = 0.9


def scanned(sheets: list[Sheet], dpi: int, wear: float, seed: int = 1) -> bytes:
    """A report as a PDF of page images.

    Args:
        sheets: its pages.
        dpi: dots an inch.
        wear: skew, blur, shadow, noise and compression; 0 for none.
        seed: of the noise.
    """
    dice = np.random.default_rng(seed)
    pages = []
    for sheet in sheets:
        picture = cv2.imdecode(np.frombuffer(image(sheet, dpi), np.uint8), cv2.IMREAD_GRAYSCALE)
        pages.append((worn(picture, wear, dice), picture.shape[1], picture.shape[0]))
    return images_as_pdf(pages, dpi)


def worn(picture: Any, wear: float, dice: np.random.Generator) -> bytes:
    """The picture as a JPEG that went through a scanner."""
    if wear:
        height, width = picture.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), dice.uniform(-0.8, 0.8) * wear, 1)
        picture = cv2.warpAffine(picture, turn, (width, height), borderValue=255, flags=cv2.INTER_CUBIC)
        picture = cv2.GaussianBlur(picture, (0, 0), 0.6 + 0.5 * wear)
        shade = np.linspace(-18, 18, width)[None] * wear + np.linspace(10, -14, height)[:, None] * wear
        noise = dice.normal(0, 7 * wear, picture.shape)
        picture = np.clip(picture.astype(np.float32) * 0.9 + shade + noise, 0, 255).astype(np.uint8)
    quality = int(70 - 18 * wear) if wear else 90
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1])


def compare(scan: Extraction, text: Extraction) -> Counter[str]:
    """Figures of the text, of them asserted, doubted and lost in the scan, and figures asserted wrongly."""
    true = Counter(_key(figure) for figure in text.figures)
    asserted = Counter(_key(figure) for figure in scan.figures if figure.confidence >= _ASSERTED)
    doubted = Counter(_key(figure) for figure in scan.figures if figure.confidence < _ASSERTED)
    sure = Counter(_key(figure) for figure in text.figures if figure.confidence >= _ASSERTED)
    return Counter(
        figures=true.total(),
        asserted=(asserted & true).total(),
        doubted=((true - asserted) & doubted).total(),
        lost=(true - asserted - doubted).total(),
        wrong=(asserted - sure).total(),
        rows=len(text.indicators),
        rows_same=(_rows(scan) & _rows(text)).total(),
    )


def _key(figure: Figure) -> tuple[object, ...]:
    return (
        figure.concept,
        figure.measure,
        figure.stage,
        figure.fiscal_year,
        figure.value,
        figure.unit,
        figure.org_scope,
    )


def _rows(found: Extraction) -> Counter[tuple[object, ...]]:
    return Counter((row.row_kind, row.level_3, row.full_marks, row.score) for row in found.indicators)


def main() -> None:
    """Print one row for each quality."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10)
    parser.add_argument("--reports", type=Path, default=REPOSITORY / "data" / "samples")
    parser.add_argument("--details", action="store_true", help="name what was asserted wrongly")
    options = parser.parse_args()
    paths = sorted(path for path in options.reports.iterdir() if path.suffix in {".txt", ".md"})
    say = sys.stdout.write
    say(
        "| scan | figures | asserted | doubted | lost | asserted wrongly | scoring rows the same | s a page |\n"
    )
    say("|---|---|---|---|---|---|---|---|\n")
    for name, (dpi, wear) in QUALITIES.items():
        sums, seconds, pages = Counter[str](), 0.0, 0
        for path in paths[: options.documents]:
            data = path.read_bytes()
            file = scanned(sheets_of(data), dpi, wear)
            start = time.perf_counter()
            scan = extract(file, path.name)
            seconds += time.perf_counter() - start
            pages += scan.pages or 0
            text = extract(data, path.name)
            sums += compare(scan, text)
            if options.details:
                _tell(path, scan, text)
        say(
            f"| {name} | {sums['figures']} | {sums['asserted']} | {sums['doubted']} | {sums['lost']} |"
            f" {sums['wrong']} | {sums['rows_same']} of {sums['rows']} | {seconds / max(pages, 1):.1f} |\n"
        )


def _tell(path: Path, scan: Extraction, text: Extraction) -> None:
    asserted = Counter(_key(figure) for figure in scan.figures if figure.confidence >= _ASSERTED)
    true = Counter(_key(figure) for figure in text.figures)
    for sign, keys in (("+", asserted - true), ("-", true - Counter(_key(f) for f in scan.figures))):
        for key in keys:
            sys.stderr.write(f"{path.name} {sign} {key}\n")


if __name__ == "__main__":
    main()
