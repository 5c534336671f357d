"""The rules that merge forms across the corpus, in the order in which they run: the surest first.

    for rule in RULES:
        rule(census, groups)

A rule is ``(Census, Groups) -> None``. None merges across kinds of thing, except that a misprint of a
country may have been taken for another kind, and a rare label for one form yields to the usual one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from lib.find.names.gazetteer import gazetteer
from lib.find.names.metonymy import capitals
from lib.link.census import Census
from lib.link.firms import by_country_words
from lib.link.forms import company, folded, generation, generations, person_words, sounded
from lib.link.groups import Groups, Node, Reason
from lib.link.labels import by_usual_label
from lib.link.products import by_product
from lib.link.spelling import is_slip, kind_of_slip, neighbours
from lib.vocabulary import load

Rule = Callable[[Census, Groups], None]
#: Characters of a name that may be compared without its spaces.
LONG_FORM = 8


def by_gazetteer(census: Census, groups: Groups) -> None:
    """Forms that the vocabulary lists under one name."""
    spellings = {form: name for name, forms in load("link")["same_places"].items() for form in forms}
    seats = capitals()
    for form, label in list(census.nodes):
        entry = gazetteer().get(form)
        node: Node = (form, label)
        if label == "PLACE" and form in spellings:
            groups.merge(node, (spellings[form], label), _known(form, spellings[form], "is another spelling of"))
        elif label == "COUNTRY" and form in seats and (entry is None or entry.label != "COUNTRY"):
            why = f"{form!r} stands for the government of {seats[form]} where it speaks, acts or is dealt with."
            groups.merge(node, (seats[form], label), Reason("metonym", 0.8, why))
        elif entry is not None and label == entry.label and form != entry.name:
            how = {"demonym": "is the demonym of", "metonym": "stands for the government of"}
            says = how.get(entry.role, "is a listed name of")
            groups.merge(node, (entry.name, label), _known(form, entry.name, says))
        elif entry is None and label == "ORG" and folded(form).replace(" ", "") in _unspaced():
            name = _unspaced()[folded(form).replace(" ", "")]
            groups.merge(node, (name, label), _known(form, name, "is, but for spaces and hyphens,"))


@cache
def _unspaced() -> dict[str, str]:
    """Organisations of the vocabulary whose names have a hyphen or are long, without spaces → their names."""
    forms = gazetteer().forms.items()
    return {
        folded(form).replace(" ", ""): entry.name
        for form, entry in forms
        if entry.label == "ORG" and not entry.weak and (len(form) >= LONG_FORM or "-" in form)
    }


def _known(form: str, name: str, says: str) -> Reason:
    return Reason("gazetteer", 0.97, f"{form!r} {says} {name}.")


def by_same_words(census: Census, groups: Groups) -> None:
    """The same words but for case, diacritics, hyphens, dots and, for organisations, a legal ending."""
    keys: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in census.nodes:
        form, label = node
        keys[(folded(form), label)].append(node)
        if label == "ORG" and company(form) != folded(form):
            keys[(company(form), label)].append(node)
        if label in ("ORG", "PRODUCT", "EVENT") and len(form) >= LONG_FORM and " " in folded(form):
            # "World Wide" is "Worldwide"
            keys[(folded(form).replace(" ", ""), label)].append(node)
    for (key, _), nodes in keys.items():
        into = max(nodes, key=lambda n: (folded(n[0]) == key, census.nodes[n], n))
        for node in nodes:
            why = f"{node[0]!r} and {into[0]!r} are the same words but for case, accents, hyphens or a legal ending."
            if node != into:
                groups.merge(node, into, Reason("same words", 0.95, why))


def by_spelling(census: Census, groups: Groups) -> None:
    """Romanisations of one personal name: Zelenskyy, Zelensky, Zelenskiy."""
    keys: dict[str, list[Node]] = defaultdict(list)
    for node in census.nodes:
        form, label = node
        if label == "PERSON" and len(form) >= 6:
            keys[sounded(" ".join(person_words(form)))].append(node)
    for nodes in (apart for alike in keys.values() for apart in generations(alike)):
        _merge_into_commonest(
            nodes, census, groups, "spelling", 0.88, "are spellings of one name from another script or accent"
        )


def by_middle_name(census: Census, groups: Groups) -> None:
    """ "John F. Kennedy" and "John Kennedy", as long as only one middle name is known for the pair."""
    keys: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in census.nodes:
        words = person_words(node[0])
        if node[1] == "PERSON" and len(words) > 1:
            keys[(sounded(words[0]), sounded(words[-1]))].append(node)
    for nodes in (apart for alike in keys.values() for apart in generations(alike)):
        middles = {sounded(" ".join(person_words(form)[1:-1])) for form, _ in nodes} - {""}
        if len(middles) <= 1:
            _merge_into_commonest(nodes, census, groups, "middle name", 0.88, "have the same first and family name")


def by_first_name(census: Census, groups: Groups) -> None:
    """Forms of one first name before one family name: Oleg and Oleh, Jon and Jonathan."""
    variants = {sounded(name): group[0] for group in load("link")["same_first_names"] for name in group}
    keys: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in census.nodes:
        words = person_words(node[0])
        if node[1] == "PERSON" and len(words) == 2 and sounded(words[0]) in variants:
            keys[(variants[sounded(words[0])], sounded(words[1]))].append(node)
    for nodes in (apart for alike in keys.values() for apart in generations(alike)):
        _merge_into_commonest(
            nodes, census, groups, "first name", 0.8, "have the same family name, and forms of one first name"
        )


def _merge_into_commonest(
    nodes: Iterable[Node], census: Census, groups: Groups, method: str, score: float, says: str
) -> None:
    nodes = list(nodes)
    into = max(nodes, key=lambda n: (census.nodes[n], n))
    for node in nodes:
        if node != into:
            groups.merge(node, into, Reason(method, score, f"{node[0]!r} and {into[0]!r} {says}."))


def by_misprint(census: Census, groups: Groups) -> None:
    """A rare form one slip from a common one or from a country's name: "Rusia" is Russia."""
    countries: dict[str, Node] = {
        folded(form): (entry.name, "COUNTRY")
        for form, entry in gazetteer().forms.items()
        if entry.label == "COUNTRY" and entry.role == "name"
    }
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in census.nodes:
        nodes[folded(node[0])].append(node)
    for pair in neighbours([*nodes, *countries]):
        for rare, common in (pair, pair[::-1]):
            if not is_slip(rare, common):
                continue
            for node in nodes.get(rare, ()):
                _mend(node, common, countries.get(common), nodes, census, groups)


def _mend(
    node: Node, common: str, country: Node | None, nodes: dict[str, list[Node]], census: Census, groups: Groups
) -> None:
    if gazetteer().get(node[0]) is not None:
        return
    if (
        country is not None
        and node[1] in ("PLACE", "COUNTRY", "ORG", "OTHER", "GROUP", "PERSON")
        and " " not in node[0]
    ):
        why = f"{node[0]!r} is one slip of the keyboard from {common.title()!r}."
        groups.merge(node, country, Reason("misprint", 0.6, why))
        return
    # Without an article that says so, another letter is another name; in personal names so is one letter more.
    slips = ("swapped", "doubled") if node[1] == "PERSON" else ("swapped", "doubled", "lost")
    if kind_of_slip(folded(node[0]), common) not in slips:
        return
    for other in nodes.get(common, ()):
        if other[1] == node[1] and census.weight(other) >= 3 * census.weight(node):
            why = f"{node[0]!r} is rare and one letter away from {other[0]!r}, which is common."
            groups.merge(node, other, Reason("misprint", 0.6, why))


def by_acronym(census: Census, groups: Groups) -> None:
    """A name that an article explains by an acronym which the vocabulary knows, and only as an acronym."""
    for short, full in census.short:
        entry = gazetteer().get(short[0])
        if not short[0].isupper() or entry is None or (entry.name, entry.label) != (short[0], "ORG"):
            continue
        if full[1] == "ORG" and gazetteer().get(full[0]) is None:
            why = f"Articles write {short[0]} for {full[0]!r}."
            groups.merge(full, short, Reason("acronym", 0.85, why))


def by_short_form(census: Census, groups: Groups) -> None:
    """What articles explain themselves holds elsewhere too, unless two of them explain it differently."""
    meanings: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for short, full in census.short:
        meanings[_short_key(short)].add(groups.root(full))
    for node in census.nodes:
        form, label = node
        words = person_words(form)
        if label == "PERSON" and (len(words) > 1 or generation(form)):
            meanings[_short_key((words[-1], label))].add(groups.root(node))
    for short in list(census.nodes):
        roots = _without_juniors({groups.root(node) for node in meanings.get(_short_key(short), ())})
        if not roots or gazetteer().get(short[0]) is not None or groups.root(short) in roots:
            continue
        if len(roots) == 1:
            full = next(iter(roots))
            kind = "family name" if short[1] == "PERSON" else "acronym"
            why = f"{full[0]} is the only one in the corpus that the {kind} {short[0]!r} can mean."
            groups.merge(short, full, Reason(kind, 0.8, why))
        else:
            names = ", ".join(sorted(r[0] for r in roots)[:4])
            why = f"{short[0]!r} may be any of {names}; these articles do not tell, so it stays by itself."
            groups.reasons.setdefault(short, Reason("ambiguous", 0.4, why))


def _without_juniors(roots: set[Node]) -> set[Node]:
    """Beside John Day, his son John Day Jr. is not who a bare 'Day' is; his own articles tell where he is."""
    plain = {sounded(" ".join(person_words(form))) for form, _ in roots if not generation(form)}
    return {root for root in roots if not (generation(root[0]) and sounded(" ".join(person_words(root[0]))) in plain)}


def _short_key(short: Node) -> tuple[str, str]:
    """Family names may differ in spelling; acronyms only in dots."""
    form, label = short
    return (sounded(" ".join(person_words(form))) if label == "PERSON" else folded(form)), label


def by_firm(census: Census, groups: Groups) -> None:
    """Organisations of a country, with its name spelled in one way or another."""
    by_country_words(list(census.nodes), groups)


def by_thing(census: Census, groups: Groups) -> None:
    """Products in the plural, without their makers, by their nicknames."""
    by_product(list(census.nodes), groups)


RULES: tuple[Rule, ...] = (
    by_gazetteer,
    by_usual_label,
    by_same_words,
    by_firm,
    by_thing,
    by_spelling,
    by_middle_name,
    by_first_name,
    by_misprint,
    by_acronym,
    by_short_form,
)
