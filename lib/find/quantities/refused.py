"""Numbers that are no quantities: ages, scores, labels, addresses, list numbers, parts of names, idioms.

refused("Article 5 was invoked", one)      # True for the 5

The first check reads the words alone; ``refused_by_grammar`` asks for the noun that was found. Dates and times never
come here: they are the spans of ``find_times``.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from lib.find.quantities.counted import Counted
from lib.find.quantities.spoken import Spoken
from lib.find.quantities.vocabulary import either, words

_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|one|two|three|half)\b", re.I)
_AGED = re.compile(r"\bage[sd]?\s(?:of\s|between\s|from\s|\d+\s(?:and|to|or)\s)*$", re.I)
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
#: 'Ten to six', 'shortly before six', 'at six on Monday', 'by six in the morning': hours of a clock.
_CLOCK_BEFORE = re.compile(
    rf"\b(?:(?:shortly|just|soon|minutes?|quarter)\s(?:before|after|past|to)"
    rf"|(?:at|since|until|till)\s(?:{_HOUR}|twenty|quarter|half)\s(?:to|past))\s$",
    re.I,
)
_CLOCK_AFTER = re.compile(
    rf"\s(?:minutes\s)?(?:to|past)\s(?:{_HOUR})(?=[\s.,;:!?]|$)(?!\s(?:hundred|[mb]illion|per))", re.I
)
_HOURS_BEFORE = re.compile(r"\b(?:at|before|after|until|till|since)\s$", re.I)
_HOURS_AFTER = re.compile(
    r"\s(?:on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\sthe\s(?:morning|afternoon|evening)|at\snight"
    r"|(?:this|that|tomorrow|yesterday|the\snext)\s(?:morning|afternoon|evening|night)|tonight|sharp)\b", re.I,
)  # fmt: skip
_COMPOUND = re.compile(r"-[A-Za-z]")

#: A number that is one of these in the parse may stand without a noun.
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj", "oprd", "appos", "npadvmod", "ROOT"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = either(words("refused", "months"))
    return {
        "after": re.compile(rf"[-\s]?(?:{either(words('refused', 'after'))})(?![\w])", re.I),
        "before": re.compile(rf"(?:^|[\s(])(?:{either(words('refused', 'before'))})\s?$", re.I),
        "month": re.compile(rf"\b(?:{months})\.?\s$", re.I),
        "one": re.compile(rf"\s+(?:{either(words('refused', 'one'))})\b", re.I),
        "street": re.compile(rf"\s+(?:[A-Z][\w'’.]*\s+){{1,4}}?(?i:{either(words('refused', 'streets'))})(?![\w])"),
    }


def refused(text: str, one: Spoken) -> bool:
    """Whether the words around a number make it no quantity. ``text`` is its sentence."""
    before, after = text[max(0, one.start - 24) : one.start], text[one.end : one.end + 60]
    number, bare = text[one.first : one.last], not one.unit and one.hedge == "exactly"
    known = _patterns()
    if one.kind == "none":
        return False
    if not one.unit and (known["after"].match(after) or _ORDINAL.match(after)):
        return True
    if not one.unit and _AGED.search(before):
        return True
    if bare and number.lower() in _HOUR.split("|") and _clock(before, after):
        return True
    if _COMPOUND.match(after) and one.value < 10 and not one.unit:
        return True
    if bare and (known["before"].search(before) or known["month"].search(before)):
        return True
    if number.lower() == "one" and (not after or known["one"].match(after) or not re.match(r"\s+[A-Za-z]", after)):
        return True
    if number.lower() == "one" and re.search(
        r"\b(?:no|any|every|some|each|the|this|that|which|another|only)\s$", before, re.I
    ):
        return True
    if one.kind == "digits" and bare and known["street"].match(after):
        return True
    if bare and one.kind == "digits" and (re.match(r"\s\d", after) or re.search(r"\d\s$", before)):
        return True  # cells of a table, a telephone number
    return _listed(before, after, number, bare, one) or _year(number, after, bare)


def _clock(before: str, after: str) -> bool:
    """Whether the words around a number from one to twelve make it an hour, or the minutes to one."""
    if _CLOCK_BEFORE.search(before):
        return True
    if _HOURS_BEFORE.search(before):
        return _HOURS_AFTER.match(after) is not None or _CLOCK_AFTER.match(after) is not None
    return False


def _listed(before: str, after: str, number: str, bare: bool, one: Spoken) -> bool:
    """'1. First', '(3)', '[12]', 'Ana Ruiz, 45, said'."""
    if not bare or one.kind != "digits":
        return False
    if not before.strip() and re.match(r"[.)]\s", after):
        return True
    if before.endswith(("(", "[")) and after[:1] in (")", "]"):
        return True
    young = number.isdigit() and 0 < one.value < 120
    return (
        young
        and re.search(r"[A-Za-z.’'”\"]\s*,\s$", before) is not None
        and re.match(r",|\.?$|;|\)", after) is not None
    )


def _year(number: str, after: str, bare: bool) -> bool:
    """A year that is no time expression for ``find_times`` either: 'the 2015 Minsk agreement'."""
    if not (bare and number.isdigit() and len(number) == 4 and 1400 <= int(number) <= 2100):
        return False
    round_figure = int(number) % 50 == 0
    return not round_figure or not re.match(r"\s+(?:[\w-]+\s+){0,2}?(?:\w+s|people|men|women)\b", after)


def refused_by_grammar(text: str, one: Spoken, noun: Counted | None, top: Token) -> bool:
    """Whether the noun found makes it no quantity. ``top`` is the number's top token."""
    bare = not one.unit and one.hedge == "exactly"
    if bare and one.kind == "digits" and one.value < 120 and _is_age(top, noun):
        return True
    direct = noun is not None and noun.how in ("direct", "of", "state")
    lemma = noun.token.lemma_.lower() if noun is not None else ""
    if one.kind == "none":
        said = text[one.first : one.last].lower()
        counts = noun is not None and direct and (noun.token.tag_ in ("NNS", "NNPS") or said != "no")
        return not counts or lemma in words("refused", "none")
    if noun is not None and bare and direct and lemma in words("refused", "idle"):
        return True
    if bare and _after_name(text, one) and (noun is None or not direct or noun.token.tag_ in ("NN", "NNP")):
        return True
    if bare and one.value < 2 and noun is not None and noun.how not in ("direct", "state"):
        return True
    return bare and noun is None and ((top.dep_ not in _ARGUMENT and one.value < 100) or one.value < 2)


def _is_age(top: Token, noun: Counted | None) -> bool:
    """'She is 42', 'a man of 71'."""
    verb = top.head
    if top.dep_ in ("attr", "acomp") and verb.lemma_ in ("be", "turn") and noun is None:
        return any(
            c.dep_ == "nsubj" and (c.lower_ in ("he", "she", "i") or c.ent_type_ == "PERSON") for c in verb.lefts
        )
    if top.dep_ == "pobj" and top.head.lower_ == "of":
        return top.head.head.tag_ == "NN" and top.head.head.lemma_.lower() in words("refused", "people")
    return False


def _after_name(text: str, one: Spoken) -> bool:
    """'Nord Stream 2', 'Group of Seven': a capital before or in the number, not at the sentence's beginning."""
    before = text[max(0, one.start - 60) : one.start]
    preceding = before.split()
    if not preceding or before.rstrip()[-1:] in ".:!?“\"'‘—–-,;":
        return False
    first = len(preceding) == 1 and one.start < 60
    return text[one.first].isupper() or (preceding[-1][0].isupper() and not first)
