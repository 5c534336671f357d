"""The measures, in the order of the report: each takes a prepared data set and yields its rows.

A measure yields nothing for a data set without its kind of annotation. A new one is a file here and a line in
``MEASURES``.
"""

from collections.abc import Callable, Iterator

from lib.quality.dataset import DataSet
from lib.quality.figures import Row
from lib.quality.measures.alone import alone
from lib.quality.measures.claims import claims
from lib.quality.measures.copies import copies
from lib.quality.measures.days import days
from lib.quality.measures.differences import differences
from lib.quality.measures.entities import entities
from lib.quality.measures.events import events
from lib.quality.measures.ledger import ledger
from lib.quality.measures.marks import marks
from lib.quality.measures.names import names
from lib.quality.measures.opposites import opposites
from lib.quality.measures.quantities import quantities
from lib.quality.measures.quotes import quotes
from lib.quality.measures.sentences import sentences
from lib.quality.measures.standings import standings
from lib.quality.measures.stories import stories
from lib.quality.measures.times import times
from lib.quality.ready import Ready

Measure = Callable[[Ready], Iterator[Row]]

#: Key and title of each measure; the key stands in a figure's ``measure``.
MEASURES: list[tuple[str, str, Measure]] = [
    ("times", "Time expressions", times),
    ("sentences", "Our sentences on dates", sentences),
    ("names", "Names", names),
    ("entities", "Names put under one entity", entities),
    ("events", "Dated events", events),
    ("quotes", "Quotes", quotes),
    ("marks", "What is not the article's body", marks),
    ("days", "Publication days that nobody stated", days),
    ("copies", "Copies of a wire story", copies),
    ("stories", "Articles put under running stories", stories),
    ("claims", "The same statement in two outlets", claims),
    ("alone", "Statements of one outlet alone", alone),
    ("differences", "Numbers that differ in one statement", differences),
    ("opposites", "What one outlet says is so and another is not", opposites),
    ("ledger", "One number in two outlets", ledger),
    ("quantities", "Numbers with what they count", quantities),
    ("standings", "How an allegation stands", standings),
]

#: Measures that read the tables of a build and nothing of a parse, and the gold that they need.
BUILT = {"stories": "stories"} | dict.fromkeys(("claims", "alone", "differences", "opposites", "ledger"), "claims")


def has_gold(data: DataSet, measure: str) -> bool:
    """Whether a data set is annotated for one of the measures of accounts; any other measure looks for itself."""
    if measure in BUILT:
        return getattr(data, BUILT[measure]) is not None
    if measure in ("quantities", "standings"):
        return any(getattr(gold, measure) is not None for gold in data.documents)
    return True
