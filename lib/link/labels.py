"""One form, one kind of thing: the rare label of a form yields to the usual one, across the corpus.

by_usual_label(census, groups)          # "Ornsong", four times a product and once a firm, is a product
"""

from __future__ import annotations

from collections import defaultdict

from lib.find.names.gazetteer import gazetteer
from lib.link.census import Census
from lib.link.forms import person_words
from lib.link.groups import Groups, Reason

#: A label that so large a share of a form's mentions has is taken for all of them.
USUAL = 0.85
SOFT = ("OTHER", "EVENT", "PRODUCT")
#: Kinds that are told apart badly, firms and what they make: the commoner one is taken with this share.
NEAR, COMMONER = ("ORG", *SOFT, "GROUP"), 0.6


def by_usual_label(census: Census, groups: Groups) -> None:
    """One form, nearly always one label: the odd ones out are the finder's slips. Known names keep theirs.

    PRODUCT, EVENT and OTHER are guesses in want of better: they yield to any commoner label of the form.
    """
    labels: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (form, label), n in census.labelled().items():
        labels[form].append((n, label))
    families = {person_words(form)[-1] for form, label in census.nodes if label == "PERSON" and " " in form}
    for form, counts in labels.items():
        n, usual = max(counts)
        total = sum(c for c, _ in counts)
        if len(counts) < 2 or "COUNTRY" in {label for _, label in counts}:
            continue
        firm = n >= USUAL * total and total >= 5
        # "Marsh", an organisation once and thrice a person, where somebody is called Ida Marsh.
        firm = firm or (usual == "PERSON" and form in families and 4 * n >= 3 * total)
        why = f"{n} of {total} mentions of {form!r} are labelled {usual}; the others are taken for the same."
        commoner = usual in NEAR and n >= COMMONER * total and total >= 4 and gazetteer().get(form) is None
        for _, label in counts:
            yields = firm or label in SOFT or (commoner and label in NEAR)
            if label != usual and yields and (form, label) in census.nodes:
                # All mentions of the usual label may be short forms that their articles explain.
                census.nodes.setdefault((form, usual), 0)
                groups.merge((form, label), (form, usual), Reason("usual label", 0.7, why))
