"""Things that are made: with their maker or without, one or many, by number or by nickname.

    "Orn N45" and "N45"; "Ornphone" and "Ornphones"; "Orn 787 Skyliner" and "Skyliner"

Words are data: ``data/vocabulary/products.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache

from lib.find.names.gazetteer import gazetteer
from lib.link.groups import Groups, Node, Reason
from lib.vocabulary import load


def by_product(nodes: Collection[Node], groups: Groups) -> None:
    """Plurals, then short forms that only one longer name explains."""
    products = {form for form, label in nodes if label == "PRODUCT"}
    makers = {form for form, label in nodes if label == "ORG"} | _words("makers")
    for form in sorted(products):
        for one in _singular(form):
            if one in products and one != form:
                why = f"{form!r} is the plural of {one!r}."
                groups.merge((form, "PRODUCT"), (one, "PRODUCT"), Reason("plural", 0.95, why))
                break
    _taken_for_firms(nodes, products, groups)
    longer: dict[str, set[str]] = defaultdict(set)
    for form in products:
        for short in _shorter(form, makers):
            if short in products:
                longer[short].add(form)
    for short, fulls in sorted(longer.items()):
        made = {full for full in fulls if full.split()[0] in _words("makers")}
        fulls = made or fulls
        roots = {groups.root((full, "PRODUCT")) for full in fulls}
        if len(roots - {groups.root((short, "PRODUCT"))}) == 1:
            full = min(fulls)
            why = f"{full!r} is the only longer name in the corpus that {short!r} can be short for."
            groups.merge((short, "PRODUCT"), (full, "PRODUCT"), Reason("model", 0.85, why))


def _taken_for_firms(nodes: Collection[Node], products: Collection[str], groups: Groups) -> None:
    """ "Ford Orn" and "787 Orn" are things, where "Orn" is one or "Boeing 787 Orn" is."""
    with_maker = {form.partition(" ")[2] for form in products if form.split()[0] in _words("makers")}
    for form, label in list(nodes):
        first, _, rest = form.partition(" ")
        entry = gazetteer().get(first)
        maker = first in _words("makers") or (entry is not None and entry.label == "ORG")
        thing = rest if maker and rest in products else form if form in with_maker else None
        if label == "ORG" and thing is not None and gazetteer().get(form) is None:
            into = thing if thing in products else min(p for p in products if p.endswith(f" {form}"))
            why = f"{form!r} has its maker or number beside the name of a product, {into!r}."
            groups.merge((form, label), (into, "PRODUCT"), Reason("model", 0.8, why))


def _singular(form: str) -> Iterator[str]:
    entry = gazetteer().get(form)
    if entry is not None and entry.name != form:
        return
    if form.endswith("es"):
        yield form[:-2]
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]


def _shorter(form: str, makers: Collection[str]) -> Iterator[str]:
    """Without its maker; up to its number; what follows the number."""
    words = form.split()
    at = next((i for i, word in enumerate(words) if any(c.isdigit() for c in word)), None)
    if at is None:
        return
    if at and " ".join(words[:at]) in makers:
        yield " ".join(words[at:])
    rest = words[at + 1 :]
    if rest and not any(w.isupper() or w.casefold() in _words("variants") or any(c.isdigit() for c in w) for w in rest):
        yield " ".join(words[: at + 1])
        yield " ".join(rest)
        if " ".join(words[:at]) in makers:
            yield words[at]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("products")[key])
