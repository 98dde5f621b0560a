"""The kinds of clause there are, each made once for a report with those that it asks.

Belongs here: which reader asks which. Does not belong here: which kind a number stands in (``clauses``), what a kind reads (``clauses_of_*``).

All readers share the sentence that is being read (``state``), and are made once for a report, in this order, with those that each asks:

=============  ==========================================================================================
Labels         none
Lists          none
LabelStages    Lists
StageDoubts    Lists, LabelStages
LabelScopes    Lists
Naming         LabelStages, StageDoubts, LabelScopes
Dating         none
Antecedents    Labels, Naming
Stating        Dating
PriorYears     Labels, Naming, Antecedents, Stating
Additions      Labels, Stating
Changes        Labels, Dating, Antecedents, Stating, Additions
Differences    Changes
Counts         Labels, Stating
Parts          Stating
Openings       none
Stages         Stating, Openings
Heads          Labels
BelowHeadings  none
Units          Stating, Stages, Counts, Heads, Parts, BelowHeadings
OneProject     none
OpenNames      OneProject
Others         none
Spending       BelowHeadings
Labelled       Naming, Lists, Stating, Parts, Others, Spending
Levels         Labels, Stating, PriorYears, Parts, OpenNames, Units, Labelled
Completions    Dating, Antecedents, Stating
Shares         Labels, Naming, Lists, Antecedents, Stating
Rates          Stating, Others
Percents       Naming, Stating, Counts, Completions, Shares, Changes, Levels, Rates
Numbers        Labels
InTurn         Naming, Stating
Growth         Labels, Naming, Stating
Assets         Stating
Reasons        Labels, Changes
Grades         Dating, Stating
=============  ==========================================================================================
"""

from __future__ import annotations

from extraction.prose.changes.clauses_of_additions import Additions
from extraction.prose.changes.clauses_of_change import Changes
from extraction.prose.changes.clauses_of_differences import Differences
from extraction.prose.changes.clauses_of_growth import Growth
from extraction.prose.changes.clauses_of_reasons import Reasons
from extraction.prose.clauses_of_numbers import Numbers
from extraction.prose.levels.clauses_below_headings import BelowHeadings
from extraction.prose.levels.clauses_by_unit import Units
from extraction.prose.levels.clauses_of_assets import Assets
from extraction.prose.levels.clauses_of_counts import Counts
from extraction.prose.levels.clauses_of_grades import Grades
from extraction.prose.levels.clauses_of_heads import Heads
from extraction.prose.levels.clauses_of_labels import Labelled
from extraction.prose.levels.clauses_of_level import Levels
from extraction.prose.levels.clauses_of_open_names import OpenNames
from extraction.prose.levels.clauses_of_opening import Openings
from extraction.prose.levels.clauses_of_parts import Parts
from extraction.prose.levels.clauses_of_spending import Spending
from extraction.prose.levels.clauses_of_stage import Stages
from extraction.prose.levels.clauses_of_years import PriorYears
from extraction.prose.names.antecedents import Antecedents
from extraction.prose.names.doubts_of_stage import StageDoubts
from extraction.prose.names.labels import Labels
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.names.labels_of_scope import LabelScopes
from extraction.prose.names.labels_of_stage import LabelStages
from extraction.prose.names.naming import Naming
from extraction.prose.owners.clauses_of_others import Others
from extraction.prose.owners.clauses_of_projects import OneProject
from extraction.prose.percentages.clauses_in_turn import InTurn
from extraction.prose.percentages.clauses_of_completion import Completions
from extraction.prose.percentages.clauses_of_percent import Percents
from extraction.prose.percentages.clauses_of_rates import Rates
from extraction.prose.percentages.clauses_of_shares import Shares
from extraction.prose.sentence.dating import Dating
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating


class Kinds:
    """The readers of one report by the kind of clause they read."""

    def __init__(self, now: State) -> None:
        labels = Labels(now)
        lists, dating, below = Lists(now), Dating(now), BelowHeadings(now)
        stages = LabelStages(now, lists)
        naming = Naming(now, stages, StageDoubts(now, lists, stages), LabelScopes(now, lists))
        antecedents = Antecedents(now, labels, naming)
        stating = Stating(now, dating)
        self.years = PriorYears(now, labels, naming, antecedents, stating)
        self.additions = Additions(now, labels, stating)
        self.changes = Changes(now, labels, dating, antecedents, stating, self.additions)
        self.differences = Differences(now, self.changes)
        counts, parts = Counts(now, labels, stating), Parts(now, stating)
        alone = Stages(now, stating, Openings(now))
        units = Units(now, stating, alone, counts, Heads(now, labels), parts, below)
        open_names, others = OpenNames(now, OneProject(now)), Others(now)
        labelled = Labelled(now, naming, lists, stating, parts, others, Spending(now, below))
        self.levels = Levels(now, labels, stating, self.years, parts, open_names, units, labelled)
        self.completions = Completions(now, dating, antecedents, stating)
        self.shares = Shares(now, labels, naming, lists, antecedents, stating)
        rates, completions, shares = Rates(now, stating, others), self.completions, self.shares
        self.percents = Percents(
            now, naming, stating, counts, completions, shares, self.changes, self.levels, rates
        )
        self.numbers, self.reasons = Numbers(now, labels), Reasons(now, labels, self.changes)
        self.in_turn, self.grades = InTurn(now, naming, stating), Grades(now, dating, stating)
        self.growth, self.assets = Growth(now, labels, naming, stating), Assets(now, stating)
