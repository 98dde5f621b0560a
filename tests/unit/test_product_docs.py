"""The page of products names everything that a template can use, and nothing else."""

import re
from pathlib import Path

from orchestration.products import letters, score_check

PAGE = Path(__file__).parents[2] / "docs" / "products.md"


def test_every_name_of_a_template_is_documented() -> None:
    text = PAGE.read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z_0-9]+)`", text[text.index("Names of both papers") :]))
    names = {part for name in letters.KNOWN | score_check.KNOWN for part in name.split(".")}
    assert names <= documented
