"""What goes wrong with one article or one file, as a row: what, why, and what to do next.

failed("names", article.path, error)     # Problem(path='a.txt', where='', what='names failed: …', …)
"""

from __future__ import annotations

from lib.schema import Article, Problem

#: An article whose finders failed is left out whole: an article with half of its tables would bend every
#: comparison that it takes part in.
LEFT_OUT = "an article counts only when every stage could read it, so this one is left out"


class StageFailedError(RuntimeError):
    """One stage failed on one article. ``stage`` says which; ``__cause__`` is the exception."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage


def failed(stage: str, path: str, error: BaseException, where: str = "") -> Problem:
    """An exception in one stage for one article (or, in 'read', for one file)."""
    said = " ".join(str(error).split())[:300]
    return Problem(
        path=path,
        where=where,
        what=f"{stage} failed: {type(error).__name__}: {said}" if said else f"{stage} failed: {type(error).__name__}",
        why=LEFT_OUT,
        remedy="report it with the file; building again without the file gives the same corpus as now",
    )


def twice(path: str, where: str, first: str) -> Problem:
    return Problem(
        path=path,
        where=where,
        what=f"the same article was read twice; it is kept once, from {first}",
        why="an article is known by its source and text, and counts once",
        remedy="nothing, unless the two come from different sources: then name each with --source",
    )


def undated(article: Article, bounds: str) -> Problem:
    return Problem(
        path=article.path,
        where="",
        what=f"no day of publication is stated or can be inferred{bounds}",
        why="the article is used; “Thursday” or “last month” in it stays open rather than guessed",
        remedy="put a line “Published: 2022-02-03” at its head, name its file 2022-02-03_…, or build with --published",
    )


def unwritable(path: str, where: str, at: int) -> Problem:
    return Problem(
        path=path,
        where=where,
        what=f"character {at:,} is half of a pair (a lone surrogate)",
        why="text is Unicode; no half of a pair can be stored",
        remedy="export the article again as UTF-8",
    )


def note(article: Article, where: str, said: str) -> Problem:
    """Something that a person should know about an article that was used all the same."""
    return Problem(
        article.path, where, said, "the article is used", "open it in the reader and see that it looks right"
    )


def without_vectors(missing: str) -> Problem:
    """Sentences are compared by their words alone, and nobody should have to guess that."""
    return Problem(
        path="",
        where="",
        what=f"sentences are compared by their words alone: {missing}",
        why="claims in quite different words are not brought together; those that are shown hold all the same",
        remedy="install the packages of requirements.txt and build again; no article is parsed again for it",
    )
