"""The outlet that several signs of a page agree on; one sign alone is none, and neither are two that contradict.

    agreed("Bay Herald\\nThe bridge is shut.\\nGet the Bay Herald app\\nFollow Bay Herald").name      # 'Bay Herald'

Signs are weighed by kind, so that ten links 'More from X' count once. A name needs a weight of THRESHOLD, of two kinds,
with one sign in the page's own words and one that no section, topic or author has. Signs of a longer form count for it
('Bay Herald Media Ltd'), as do those of its last words ('the Herald app') and of the initials of a name that stands
alone above the story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from lib.text.masthead import in_capitals, is_name, is_page_line, is_section
from lib.text.outlet_names import is_agency, outlet_named, source_name
from lib.text.outlet_signs import Sign, lines_of, signs
from lib.vocabulary import load

THRESHOLD = 3
#: Lines in which a name may stand alone, where no headline is known; lines in which an address is the page's.
HEAD_LINES, FIRST_LINES = 40, 3
#: Every name is weighed against every sign; a page of a thousand links has no more than these to tell.
MAX_SIGNS = 150
_WEAK_OWNERS = ("credit", "desk")
_HOST = re.compile(r"(?<![\w.-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}\b")
_SENDER = re.compile(r"^From: (?P<name>[^\n<@]{2,60}?) <[^\n<>@]{1,60}@(?P<host>[\w.-]{3,80})>$", re.M)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A name as the page writes it, the weight of its signs, and the words of the best of them."""

    name: str
    weight: int
    words: str


def agreed(
    text: str, above: Iterable[str] = (), more: Iterable[Sign] = (), not_names: Iterable[str] = ()
) -> Agreed | None:
    """The name with most weight, if it has enough and no other has as much.

    ``above`` are the lines over the headline, ``more`` signs found elsewhere (copyright lines), ``not_names`` the
    writers.
    """
    lines = list(lines_of(text))
    alone_above = _alone(list(above) or lines[:HEAD_LINES], lines)
    found = [*more, *_senders(text[:3000]), *islice(alone_above, MAX_SIGNS), *islice(signs(text), MAX_SIGNS)]
    writers = {_plain(name) for name in not_names}
    names = {name for sign in found if (name := _plain(_bare(sign.name))) and name not in writers}
    hosts = _hosts(lines)
    weighed = {name: one for name in names if (one := _weigh(name, found, hosts))}
    short = {_initials(name) for name in weighed}
    ranked = sorted((name for name in weighed if name not in short), key=lambda n: (-weighed[n].weight, -len(n), n))
    if not ranked:
        return None
    first = ranked[0]
    if any(weighed[n].weight == weighed[first].weight and not _within(n, first) for n in ranked[1:]):
        return None
    # A part of a portal: its own name stands over the story, the portal's in its footer.
    alone = {_plain(sign.name) for sign in found if sign.kind == "alone"}
    return weighed[next((n for n in ranked if n in alone and n.startswith(f"{first} ")), first)]


def _weigh(name: str, found: list[Sign], hosts: dict[str, bool]) -> Agreed | None:
    """The name's signs, each kind once; None where they are too few, or where it is an agency's or a person's."""
    exact = [sign for sign in found if _plain(_bare(sign.name)) == name]
    shown = _shown(exact)
    if is_agency(shown) or _is_person(shown) or is_section(shown) or _is_topic(name):
        return None
    alone = any(sign.kind == "alone" for sign in exact)
    by_kind: dict[str, Sign] = {}
    initials: set[str] = set()
    for sign in found:
        how = _bears(sign, name, alone=alone)
        if how == "initials":
            initials.add(sign.kind)
        if how and (sign.kind not in by_kind or how == "whole"):
            by_kind[sign.kind] = sign if how in ("whole", "longer") else replace(sign, weight=1)
    weight = sum(sign.weight for kind, sign in by_kind.items() if kind not in initials) + min(2, len(initials))
    own = [host for host in (name.replace(" ", ""), _initials(name) if alone else "") if host in hosts]
    weight += bool(own)
    first = any(hosts[host] for host in own)
    page = first or any(sign.page for sign in by_kind.values())
    owners = [kind for kind, sign in by_kind.items() if sign.owner] + ["host"] * first
    # A firm of the story credits its own pictures: a credit must have more beside it.
    enough = THRESHOLD + all(kind in _WEAK_OWNERS for kind in owners)
    if weight < enough or len(by_kind) + bool(own) < 2 or not (page and owners):
        return None
    best = max(exact, key=lambda sign: (sign.weight, sign.page))
    return Agreed(shown, weight, best.words)


def _bears(sign: Sign, name: str, *, alone: bool) -> str:
    """How a sign's name bears on another: the whole name, a longer form of it, its last words, its initials."""
    said = _plain(sign.name)
    if said == name or _plain(_bare(sign.name)) == name:
        return "whole"
    rest = said.removeprefix(name + " ").split()
    if said.startswith(name + " ") and all(word.strip(".,") in _tails() for word in rest):
        return "longer" if sign.kind != "alone" else ""
    if sign.kind in ("app", "desk", "rights", "copyright") and name.endswith(" " + said):
        return "last"
    first = sign.name.split()[0]
    if not alone or sign.kind in ("alone", "foot"):
        return ""
    return "initials" if first.isupper() and len(first) > 1 and first.casefold() == _initials(name) else ""


def _alone(above: list[str], lines: list[str]) -> Iterable[Sign]:
    """Names that are whole lines over the headline; one that the foot repeats is likelier the page's own."""
    foot = set(lines[-HEAD_LINES:]) if len(lines) > 2 * HEAD_LINES else set(lines[len(lines) // 2 :])
    for line in dict.fromkeys(above):
        if "," not in line and is_name(line) and not is_page_line(line) and not is_section(line):
            yield Sign("alone", line, line, 1, page=True, owner=False)
            if line in foot:
                yield Sign("foot", line, line, 1, page=True, owner=False)


def _senders(head: str) -> Iterable[Sign]:
    """'From: Bay Herald <hello@bayherald.com>': an outlet has the name of its host, a person has not."""
    for match in _SENDER.finditer(head):
        if _plain(match["name"]).replace(" ", "") in match["host"].casefold().split("."):
            yield Sign("sender", match["name"].strip(), match.group(), 2, page=True, owner=True)


def _hosts(lines: list[str]) -> dict[str, bool]:
    """The parts of every host in the text, and whether one of the first lines has it."""
    parts: dict[str, bool] = {}
    for number, line in enumerate(lines):
        for match in _HOST.finditer(line):
            for part in match.group().removeprefix("www.").split(".")[:-1]:
                parts[part.replace("-", "")] = parts.get(part.replace("-", ""), False) or number < FIRST_LINES
    return parts


def _shown(exact: list[Sign]) -> str:
    """The form that the page uses most, rather with its article and rather not in capitals."""
    forms = Counter(_bare(sign.name) for sign in exact)
    form = max(forms, key=lambda one: (not one.isupper(), one.startswith("The "), forms[one], one))
    glued = re.fullmatch(rf"([A-Z]\w*?[a-z])({'|'.join(load('outlet_signs')['glued'])})", form)
    if glued:
        return f"{glued[1]} {glued[2]}"
    single = len(form.split()) == 1
    return source_name(in_capitals(form) if form.isupper() and not single and not outlet_named(form) else form)


def _bare(name: str) -> str:
    """Without the words that end a company's name."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in load("outlets")["company_words"]:
        words.pop()
    return " ".join(words)


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", " ".join(name.casefold().split()))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _within(name: str, longer: str) -> bool:
    return f" {name} " in f" {longer} "


def _is_person(name: str) -> bool:
    words = name.split()
    outlets = load("outlets")["name_words"]
    return 2 <= len(words) <= 4 and words[0] in _first_names() and words[-1].casefold() not in outlets


def _is_topic(name: str) -> bool:
    """'Premier League', 'South Africa'."""
    return name.split()[-1] in load("outlets")["topic_words"] or name in _countries()


@cache
def _countries() -> frozenset[str]:
    rows = load("countries")["countries"]
    return frozenset(_plain(name) for shown, row in rows.items() for name in (shown, *row["also"], *row["capitals"]))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(load("first_names")["first_names"])


@cache
def _tails() -> frozenset[str]:
    words = load("outlets")
    return frozenset((*words["company_words"], *words["company_middles"], *load("outlet_signs")["offers"]))
