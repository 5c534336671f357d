"""Every page, in the order of the navigation: one explicit list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the script that runs it, its name in the navigation, the question that it answers.

    ``filtered``: whether the view decides what it shows; else its heading is its question. ``of_corpus``: whether it
    is about the corpus that is open, and says which that is.
    """

    script: str
    name: str
    question: str
    filtered: bool = True
    of_corpus: bool = True


PAGES: dict[str, Page] = {
    "overview": Page("app.py", "Overview", "What is here, and where to look first"),
    "claims": Page("pages/claims.py", "Claims", "Where the accounts agree, differ and fall silent"),
    "numbers": Page("pages/numbers.py", "Numbers", "What is counted, and where the outlets' numbers differ"),
    "entities": Page("pages/entities.py", "Entities", "Who is named, how often, and with whom"),
    "timeline": Page("pages/timeline.py", "Timeline", "What happened when"),
    "sources": Page("pages/sources.py", "Sources", "How the outlets compare"),
    "wording": Page("pages/wording.py", "Wording", "Which words each outlet chooses, and how it describes an actor"),
    "article": Page("pages/article.py", "Article", "The text as the outlet wrote it"),
    "bring": Page(
        "pages/bring.py",
        "Add articles",
        "Bring articles, check what was understood, keep them",
        filtered=False,
        of_corpus=False,
    ),
    "correct": Page("pages/correct.py", "Corrections", "What was read wrongly, and who put it right", filtered=False),
    "about": Page("pages/about.py", "About the data", "What was read, left out and assumed", filtered=False),
    "quality": Page("pages/quality.py", "Quality", "How often the charts are right", filtered=False, of_corpus=False),
}
