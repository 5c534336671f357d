"""What each figure is to reach on news that nobody here has read, and what would be tried next where it does not.

goal_of("times", "value").least      # 0.82
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.quality.figures import OURS, Figure


@dataclass(frozen=True, slots=True)
class Goal:
    """The least value, and one line on the next attempt."""

    measure: str
    key: str
    least: float
    next: str


GOALS: list[Goal] = [
    Goal("times", "relaxed", 0.91, "settle which vague references (“now”, “recently”) count: annotators differ most "
         "there; then read the missed expressions for phrases that the grammar lacks"),
    Goal("times", "value", 0.82, "the spans that are missed or extra come first, as each costs a value too; then the "
         "rules with most wrong values in turn"),
    Goal("times", "calendar", 0.92, "count “the same day” and “hours earlier” from the event told last, not from the "
         "last date named; tell lengths of time from dates where the same words can be both"),
    Goal("names", "trimmed", 0.75, "tell products (devices, aircraft, programs) from organisations, which most of the "
         "extra names are; then try a larger model behind the same rules"),
    Goal("entities", "b3", 0.85, "merge short forms with their full names across articles of one story"),
    Goal("quotes", "content", 0.55, "learn where indirect speech ends from an annotated corpus; rules overreach there"),
    Goal("quotes", "speaker", 0.48, "resolve pronouns and roles (“the minister”) to the last person who spoke"),
    Goal("quotes", "attribution", 0.90, "separate spokesmen with a name from bodies by the words beside the name"),
    Goal("marks", "precision", 0.98, "demand a second clue before a line of the body is marked"),
    Goal("marks", "recall", 0.90, "add the line shapes of the kinds that stay in the body"),
    Goal("claims", "ten", 0.8, "read the joined pairs that are wrong: which word carried them, and which should have "
         "parted them"),
    Goal("claims", "ap", 0.8, "rank by agreement of predicate and objects before likeness of words"),
    Goal("claims", "found", 7 / 9, "read the shared claims of which no pair is joined: most are told by circumstance"),
    Goal("claims", "recall", 7 / 9, "read the shared statements that are not joined for words of one meaning"),
    Goal("alone", "right", 0.9, "read the statements that are told elsewhere for pairs that no likeness proposes: what "
         "is told in altogether other words, or over two sentences"),
    Goal("opposites", "precision", 0.9, "read the pairs that are wrongly called opposite: what else than the predicate "
         "is negated in them"),
    Goal("opposites", "recall", 0.5, "add verbs of contrary meaning to opposites.toml; then ask a model "
         "of entailment, as most that are missed turn on no word of negation"),
    Goal("copies", "precision", 1.0, "raise the share of shared words that a pair needs"),
]  # fmt: skip


def goal_of(figure: Figure) -> Goal | None:
    """The goal of one of Dateline's own figures; other systems and details have none."""
    if figure.system != OURS:
        return None
    return next((g for g in GOALS if (g.measure, g.key) == (figure.measure, figure.key)), None)
