"""Tables of criteria beside the money: worded steps, and scores by people."""

import datetime
from typing import Annotated, Literal

from orgdesign.quantities import Money, Setting, Weight
from orgdesign.scenario.schema.common import Name, Table, Text
from orgdesign.scenario.schema.ids import MunicipalityId, OptionId

Step = Annotated[int, Setting(-2, 2)]
"""A step of the scale: from -2, much worse than staying alone, to 2, much better."""
Anchor = Annotated[float, Setting(-1e9, 1e9, whole=False)]
"""The outcome at which a step is reached."""
Computed = Literal[
    "money", "vulnerability", "reversibility", "dissolution", "time_to_steady_state", "say"
]
OF_GETTING_OUT: tuple[Computed, ...] = ("reversibility", "dissolution")
"""What the model scores by after a number of years."""


class Score(Table):
    """A score that somebody gave an option: who, when and why."""

    option: OptionId
    """The option."""
    municipality: MunicipalityId | None = None
    """Whose score it is; without it, it holds for every participant without one of its own."""
    role: Name
    """The role of who scores: council, staff, client, for instance."""
    score: Step
    """The step, against staying alone."""
    who: Name
    """Who gave it."""
    when: datetime.date
    """When."""
    why: Text
    """Why this step."""
    source: str | None = None
    """Id of a source in `[sources]`."""


class Criterion(Table):
    """A criterion on a scale of five steps against staying alone."""

    name: Name
    """Name as readers see it."""
    steps: tuple[Text, ...]
    """What each step means in words, from -2 to 2; the middle one is as good as alone."""
    computed: Computed | None = None
    """What the model scores it by, in place of people."""
    anchors: tuple[Anchor, ...] | None = None
    """The outcomes at which the five steps are reached, in proportion between them. In euros an
    inhabitant: `money` (a year, above alone), `reversibility` and `dissolution`; in years:
    `time_to_steady_state`; in jobs fewer than alone: `vulnerability`; as a share: `say`."""
    after_years: Annotated[int, Setting(1, 100)] = 3
    """Years of operation after which one leaves (`reversibility`) or all stop (`dissolution`)."""
    veto_below: dict[MunicipalityId, Step] = {}
    """The lowest step that a municipality accepts; below it is a veto, told apart."""
    weights: dict[MunicipalityId, Weight] = {}
    """What the criterion weighs for a municipality beside the others."""
    worth_per_inhabitant: Money | None = None
    """Euros an inhabitant a year that one step is worth; without it never added to money."""
    scores: tuple[Score, ...] = ()
    """The scores."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
