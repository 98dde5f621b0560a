"""Draws pages and writes them as PDF, OFD or image, for tests and measurements; only images need a font.

Belongs here: plain sheets with text and rules, and their formats.
Does not belong here: laying a report out on sheets (``page_layout``), or what is read back (``extraction``).
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

MM = 25.4 / 72
#: (row, column, rows, columns, text)
Cell = tuple[int, int, int, int, str]


@dataclass
class Sheet:
    """A page in points from its upper left corner."""

    width: float = 595.0
    height: float = 842.0
    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 12.0) -> Sheet:
        """Write text with its upper edge at ``y``."""
        self.texts.append((x, y + 0.8 * size, size, text))
        return self

    def grid(
        self, x: float, y: float, widths: list[float], height: float, cells: list[Cell], size: float = 10.0
    ) -> Sheet:
        """Draw cells with their borders; lines of a cell are parted by newlines."""
        xs = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        for row, column, rows, columns, text in cells:
            x0, x1 = xs[column], xs[column + columns]
            y0, y1 = y + row * height, y + (row + rows) * height
            self.lines += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
            for n, line in enumerate(text.split("\n")):
                self.text(x0 + 5.4, y0 + 3 + n * size * 1.3, line, size)
        return self


def rows_as_cells(rows: list[list[str]]) -> list[Cell]:
    """Cells of a table without merged cells."""
    return [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]


def advance(character: str) -> float:
    """Width of a character in ems."""
    return 0.5 if character.isascii() else 1.0


# -- PDF ----------------------------------------------------------------------------------------------


def pdf(sheets: list[Sheet], rotate: int = 0, matrix: str = "") -> bytes:
    """A PDF with a standard Chinese font that is named and not embedded.

    Args:
        sheets: its pages.
        rotate: degrees by which a viewer turns them.
        matrix: a transformation of all they hold, six numbers.
    """
    font = [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /W [1 95 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    pages = [
        (_drawn(sheet, matrix), "/Font << /F1 3 0 R >>", (sheet.width, sheet.height)) for sheet in sheets
    ]
    return _pdf(font, pages, rotate)


def images_as_pdf(pictures: list[tuple[bytes, int, int]], dpi: int) -> bytes:
    """A PDF whose pages are pictures, as scanners write it.

    Args:
        pictures: grey JPEG files, each with its width and height in pixels.
        dpi: pixels an inch.
    """
    objects, pages = [], []
    for number, (data, width, height) in enumerate(pictures):
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(data), data)
        )
        size = (width * 72 / dpi, height * 72 / dpi)
        content = f"{size[0]:g} 0 0 {size[1]:g} 0 0 cm /I Do".encode()
        pages.append((content, f"/XObject << /I {number + 3} 0 R >>", size))
    return _pdf(objects, pages, 0)


def _pdf(resources: list[bytes], pages: list[tuple[bytes, str, tuple[float, float]]], rotate: int) -> bytes:
    """A file of pages with their content, resources and size; the resources are objects from number 3 on."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *resources]
    kids = []
    for content, used, (width, height) in pages:
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}] /Rotate {rotate}"
            f" /Contents {len(objects)} 0 R /Resources << {used} >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _drawn(sheet: Sheet, matrix: str) -> bytes:
    parts = [f"{matrix} cm"] if matrix else []
    parts += [
        f"{x0:g} {sheet.height - y0:g} m {x1:g} {sheet.height - y1:g} l S" for x0, y0, x1, y1 in sheet.lines
    ]
    for x, y, size, text in sheet.texts:
        code = text.encode("utf-16-be").hex()
        parts.append(f"BT /F1 {size:g} Tf 1 0 0 1 {x:g} {sheet.height - y:g} Tm <{code}> Tj ET")
    return "\n".join(parts).encode()


def _file(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


# -- OFD ----------------------------------------------------------------------------------------------

_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(sheets: list[Sheet], extra: dict[str, bytes] | None = None) -> bytes:
    """An OFD file; ``extra`` members are added, or replace others."""
    members = {
        "OFD.xml": f'<ofd:OFD {_OFD} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(sheets)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, sheet in enumerate(sheets):
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = _ofd_page(sheet)
    files = {name: text.encode() for name, text in members.items()} | (extra or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _ofd_page(sheet: Sheet) -> str:
    items = []
    for x0, y0, x1, y1 in sheet.lines:
        box = f"{x0 * MM:.3f} {y0 * MM:.3f} {(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}"
        end = f"{(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}"
        items.append(
            f'<ofd:PathObject Boundary="{box}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L {end}</ofd:AbbreviatedData>'
            "</ofd:PathObject>"
        )
    for x, y, size, text in sheet.texts:
        step = size * MM
        deltas = " ".join(f"{advance(c) * step:.3f}" for c in text[:-1])
        box = f"{x * MM:.3f} {(y - size) * MM:.3f} {len(text) * step:.3f} {step * 1.3:.3f}"
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        items.append(
            f'<ofd:TextObject Boundary="{box}" Size="{step:.3f}"><ofd:TextCode X="0" Y="{step:.3f}" DeltaX="{deltas}">'
            f"{escaped}</ofd:TextCode></ofd:TextObject>"
        )
    return f'<ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="1">{"".join(items)}</ofd:Layer></ofd:Content></ofd:Page>'


# -- images -------------------------------------------------------------------------------------------

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
)


def font_file() -> str | None:
    """A Chinese font of this machine."""
    return next((path for path in FONTS if Path(path).is_file()), None)


def image(sheet: Sheet, dpi: int, kind: str = "PNG") -> bytes:
    """The page as a picture in shades of grey; needs Pillow and a Chinese font."""
    from PIL import Image, ImageDraw, ImageFont

    scale = dpi / 72
    picture = Image.new("L", (round(sheet.width * scale), round(sheet.height * scale)), 255)
    draw = ImageDraw.Draw(picture)
    for line in sheet.lines:
        draw.line([value * scale for value in line], fill=0, width=2)
    for x, y, size, text in sheet.texts:
        font = ImageFont.truetype(font_file(), round(size * scale), index=2)
        draw.text((x * scale, y * scale), text, fill=0, font=font, anchor="ls")
    out = io.BytesIO()
    picture.save(out, kind, quality=90)
    return out.getvalue()
