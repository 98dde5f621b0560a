"""Things seen in the text that a rule needs and that are neither figures nor statements.

Belongs here: which kinds there are, and reading a document for all of them.
Does not belong here: how one kind is found (``observe_*``) or what follows from it (SQL decides).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import observe_forms, observe_text
from extraction.model import Document, Observation


def observe(document: Document, fiscal_year: int | None) -> Iterator[Observation]:
    """All observations of a document; personal data in their texts is masked.

    Kinds, their ``code``, ``number`` and ``second_number``:

    * ``heading``: level 1 to 4; ordinal printed before it.
    * ``claim``: id of ``claims.csv``.
    * ``counted_list``: what is counted; number stated; number of items listed.
    * ``annex``: ordinal; 1 when the annex itself stands in the document, else 0.
    * ``date``: ``signature`` (a line that is only a date) or ``as_of``; year; month.
    * ``basis_year``: a document of another year that the evaluation rests on; its year.
    * ``personal_data``: telephone, identity, card or names; how many.
    * ``residue``: trace of a conversion: bookmark, emphasis, field, split_paragraph.
    * ``percent_sign_missing``: the number without its sign stands in the text.
    * ``department_variant``: a form of the department's name.
    * ``blank_field``: label of a form that was left empty: grade, score, signature, date, project_name.
    * ``mixed_units``: a sentence that lists amounts in 元 and in 万元; 1 when one in 元 is not zero.
    * ``goal_count``: number of goals listed; number of results listed under the same numbering.
    * ``goal_copied``: share of the goals' text that stands word for word in the results, in percent.
    * ``unit_missing``: a table of amounts that prints no unit.
    """
    yield from observe_text.observe(document, fiscal_year)
    yield from observe_forms.observe(document)
