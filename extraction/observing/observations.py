"""Things seen in the text that a rule needs and that are neither figures nor statements.

Belongs here: which kinds there are, and reading a document for all of them.
Does not belong here: how one kind is found (``observe_*``) or what follows from it (SQL decides).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.model import Document, Observation
from extraction.observing import observe_forms, observe_goals, observe_text
from extraction.records import replace


def observe(document: Document, fiscal_year: int | None) -> Iterator[Observation]:
    """All observations of a document; personal data in their texts is masked.

    Kinds, their ``code``, ``number`` and ``second_number``:

    * ``heading``: level 1 to 4; ordinal printed before it.
    * ``claim``: id of ``claims.csv``.
    * ``counted_list``: what is counted (评价组 for the evaluators); number stated; number of items listed.
    * ``annex``: ordinal; 1 when the annex itself stands in the document, else 0.
    * ``date``: ``signature`` (a line that is only a date) or ``as_of``; year; month.
    * ``basis_year``: a document of another year that the evaluation rests on; its year.
    * ``personal_data``: telephone, identity, card or names; how many.
    * ``residue``: trace of a conversion: bookmark, emphasis, field.
    * ``percent_sign_missing``: the number without its sign stands in the text.
    * ``department_variant``: a form of the department's name.
    * ``body_variant``: one form of a body's name that the text also names otherwise; its core.
    * ``blank_field``: label of a form that was left empty: grade, score, signature, date, project_name.
    * ``mixed_units``: a sentence that lists amounts in 元 and in 万元; 1 when one in 元 is not zero.
    * ``goal_count``: number of goals listed; number of results listed under the same numbering.
    * ``goal_copied``: share of the goals' text that stands word for word in the results, in percent.
    * ``form_section``: name of a section that stands in a row of a form.
    * ``goal_target``: ≥ or ≤ and a unit; the goal and the result stated elsewhere, in hundredths.
    * ``project_name``: where it stands (form, line, title); added by ``observe_project`` for reports on projects.
    * ``project_form``: 部门整体支出 in the place of a project's name.
    * ``project_list``: projects listed behind project expenditure; their sum and half its last digits, in yuan.
    * ``other_people``: people neither in service nor retired, by their kind; how many.
    * ``row_gap``: a table whose numbered rows skip; the first number left out.
    * ``target``: class of an indicator in a form without points; its ordinal.
    * ``award_year``: ``bonus`` in a section on bonus points, else empty; year the award is for.
    * ``unit_missing``: a table of amounts that prints no unit.
    """
    seen = [
        *observe_text.observe(document, fiscal_year),
        *observe_forms.observe(document),
        *observe_goals.observe(document),
    ]
    names = [item.number for item in seen if item.kind == "personal_data" and item.code == "names"]
    for item in seen:
        if item.kind == "group_size":  # against the one table of names, where there is one
            yield replace(
                item, kind="counted_list", code="评价组", second_number=names[0] if len(names) == 1 else None
            )
        else:
            yield item
