"""Forms that name one thing, merged one reason at a time (union-find with its reasons kept).

groups.merge(("Rusia", "PLACE"), ("Russia", "COUNTRY"), Reason("misprint", 0.6, "…"))
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: A surface form and its label.
Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form stands under an entity."""

    method: str
    score: float
    why: str


@dataclass
class Groups:
    """A forest of nodes; each node below a root knows why it was put there."""

    parent: dict[Node, Node] = field(default_factory=dict)
    reasons: dict[Node, Reason] = field(default_factory=dict)

    def root(self, node: Node) -> Node:
        """The node that stands for the whole group."""
        top = node
        while (up := self.parent.get(top, top)) != top:
            top = up
        while self.parent.get(node, node) != top:
            self.parent[node], node = top, self.parent.get(node, node)
        return top

    def merge(self, node: Node, into: Node, reason: Reason) -> bool:
        """Put the group of ``node`` under that of ``into``; False where they are one already."""
        low, high = self.root(node), self.root(into)
        if low == high:
            return False
        self.parent[low] = high
        # The reason belongs to the form that was merged, not to its group's root.
        self.reasons.setdefault(node, reason)
        if low != node:
            self.reasons.setdefault(low, reason)
        return True
