"""Codes in front of the names of classes of income and spending: 201, 20108, 2010801; or 201 08 01 in cells of their own.

Belongs here: how such a code is written.
Does not belong here: what a code means (``data/reference``), rows that have one (``columns``, ``flattened``).
"""

from __future__ import annotations

import re

CODE = re.compile(r"[1235]\d{2}(?:\d{2}){0,2}")
#: What stands in a cell of its own behind the code of a class.
PART_OF_CODE = re.compile(r"\d{2}")
#: Digits of the code of a class; those of what it is divided into are longer.
DIGITS_OF_CLASS = 3
#: Cells that a code takes where its parts stand apart.
CELLS_OF_CODE = 3
