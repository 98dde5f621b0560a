"""Prepares the image of a page for recognition: decoding, size, skew, drawn rules.

Belongs here: what OpenCV does with pixels.
Does not belong here: recognising text (``ocr``), or what rules and text make (``geometry_*``).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extraction.errors import UnreadableError

Image = NDArray[np.uint8]
#: Pixels of the longer side: A4 at 200 dots an inch has 2,339. Larger images are made smaller.
LONGEST_SIDE = 2600
_MOST_PIXELS = 120_000_000
_STEEPEST_SKEW = 6.0
_LEAST_SKEW = 0.05


def decode(data: bytes) -> list[Image]:
    """The pages of an image file (PNG, JPEG, BMP, TIFF with several pages) in shades of grey.

    Raises:
        UnreadableError: ``damaged``.
    """
    buffer = np.frombuffer(data, np.uint8)
    try:
        done, pages = cv2.imdecodemulti(buffer, cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        done, pages = False, ()
    if not done or not pages:
        raise UnreadableError("damaged")
    return [np.asarray(page, np.uint8) for page in pages]


def shrunk(image: Image) -> tuple[Image, float]:
    """The image at a size that can be recognised in good time, and by what it was multiplied."""
    height, width = image.shape[:2]
    factor = min(1.0, LONGEST_SIDE / max(height, width, 1))
    if factor == 1.0:
        return image, 1.0
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8), factor


def deskewed(image: Image) -> Image:
    """The image turned so that its lines run level; only small angles are tried."""
    angle = _skew(image)
    if abs(angle) < _LEAST_SKEW:
        return image
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255), np.uint8
    )


def _skew(image: Image) -> float:
    """Degrees by which rows of text and rules lean: the angle at which the rows of pixels differ most."""
    factor = min(1.0, 1000 / max(image.shape))
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = np.asarray(_ink(np.asarray(small, np.uint8)), np.float32)

    def sharpness(angle: float) -> float:
        shear = np.array([[1, 0, 0], [np.tan(np.radians(-angle)), 1, 0]], np.float32)
        rows = cv2.warpAffine(ink, shear, (ink.shape[1], ink.shape[0])).sum(axis=1)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    best = max(np.arange(-_STEEPEST_SKEW, _STEEPEST_SKEW + 0.1, 0.5), key=sharpness)
    for step in (0.1, 0.02):
        best = max(np.arange(best - 5 * step, best + 5.5 * step, step), key=sharpness)
    return float(best)


def _ink(image: Image) -> Image:
    return np.asarray(
        cv2.adaptiveThreshold(255 - image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -12),
        np.uint8,
    )


def rules(image: Image) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Long straight strokes, horizontal and vertical, as position, start and end in pixels."""
    ink = _ink(image)
    length = max(30, image.shape[1] // 45)
    across, down = (_strokes(ink, size) for size in ((length, 1), (1, length)))
    horizontal = [(y + height / 2, x, x + width) for x, y, width, height in across if width > length]
    vertical = [(x + width / 2, y, y + height) for x, y, width, height in down if height > length]
    return horizontal, vertical


def _strokes(ink: Image, size: tuple[int, int]) -> list[tuple[float, float, float, float]]:
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, size)
    opened = cv2.dilate(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel), np.ones((3, 3), np.uint8))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(opened)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h, *_ in boxes[1:count]]


def too_large(image: Image) -> bool:
    """Whether an image has more pixels than any scanned page."""
    height, width = image.shape[:2]
    return int(height) * int(width) > _MOST_PIXELS
