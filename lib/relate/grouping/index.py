"""By which terms a story is found: most terms lead to one story alone, and a set for each would cost 300 bytes.

index = Index()
index.add(7, 0)
index.of(7)         # {0}
"""

from __future__ import annotations


class Index:
    """Term → numbers of stories."""

    def __init__(self) -> None:
        self._one: dict[int, int] = {}
        self._more: dict[int, set[int]] = {}

    def add(self, term: int, story: int) -> None:
        if (more := self._more.get(term)) is not None:
            more.add(story)
        elif (one := self._one.setdefault(term, story)) != story:
            del self._one[term]
            self._more[term] = {one, story}

    def of(self, term: int) -> set[int]:
        """The stories, in a set of the caller's own."""
        if (one := self._one.get(term)) is not None:
            return {one}
        return set(self._more.get(term, ()))

    def remove(self, term: int, stories: set[int]) -> None:
        """Forget that a term leads to these stories."""
        if self._one.get(term) in stories:
            del self._one[term]
        elif (more := self._more.get(term)) is not None:
            more -= stories
            if not more:
                del self._more[term]
