"""Captions of pictures, known by their credit, also where they are glued to a paragraph.

mark("… the talks ended.\\n\\nThe two shake hands.(Jane Doe, Pool Photo via XX)\\n\\n…")[0].kind   # 'caption'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from lib.find.marks.page import Page
from lib.find.marks.unit import WINDOW, Mark, Unit, sentence_starts
from lib.text.phrases import is_told
from lib.vocabulary import load

_BRACKET = re.compile(r"(?<!\w)?\s?[(\[](?P<credit>[^()\[\]\n]{2,120})[)\]]\.?")
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:\s(?:[A-ZÀ-Þ][\w.'’-]+|de|van|von|al|el|bin)){0,4}"
_AGENCY = (
    r"(?:REUTERS|Reuters|AFP|AP|EPA-EFE|EPA|TASS|Getty Images|Getty|Shutterstock|Alamy|Anadolu|Bloomberg|NurPhoto|Rex)"
)
_LABEL = r"(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture)(?: [Cc]redit)?s?|Photograph|Pic|C(?:redit|REDIT)|Illustration"
#: The whole of a credit that needs no brackets, at the end of a line.
_CREDITS = (
    rf"(?:{_LABEL})(?:\s(?:by|courtesy of|courtesy)\s|\s?[:|/]\s?)(?:via\s)?[A-ZÀ-Þ@©][^\n.!?]{{1,80}}",
    r"(?:AP|AFP|EPA|Reuters|REUTERS)\s(?:File )?(?:Photo|Images)" + rf"(?:/{_NAME})?(?:,\s(?:File|Pool))?",
    rf"Credit\s?(?:\.{{3}}|…)\s?{_NAME}(?:,?\s(?:for\s|via\s|/\s?)?{_NAME})?",
    rf"{_AGENCY}/{_NAME}(?:/[\w ]{{2,30}})?",
    rf"{_NAME}\s?/\s?{_AGENCY}(?:[ /][\w ]{{2,40}})?",
    r"©?\s?Getty Images",
    rf"©\s?{_NAME}(?:(?:,|\s[|/–-])\s?{_AGENCY})?",
    rf"{_NAME}(?:\s?\|\s?[A-Z][\w. ]{{1,30}}){{0,2}}\s?\|\s?{_AGENCY}",
    rf"Pic(?:ture)?s?: {_NAME}(?:/[\w ]{{2,30}})?",
    rf"(?:(?:Handout|Pool|File photo|Photo)\s)?via\s(?:{_AGENCY}|AP Photo)",
    r"\|\s(?:COURTESY OF|Courtesy of|courtesy of)\s[^\n.!?]{2,60}",
)
#: Of a line that is nothing but a credit: 'Jane Doe/MPR', 'JANE DOE, Northgate Herald', 'Herald file photo'.
_CREDIT_LINES = (
    rf"{_NAME}\s?/\s?[A-Z][\w .]{{1,30}}",
    r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){1,3}(?:,\s[A-Z][\w .]{2,40})?",
    r"(?:[A-Z][\w’']+\s){0,3}[Ff]ile (?:photo|picture|image)",
    r"(?:Supplied|Submitted|Contributed|Courtesy)(?: (?:photo|picture|image))?",
)
_GLUED_LABEL = r"(?<=[a-z\d])(?=(?:Image|Photo|Picture|Credit|Photograph): )"
_TRAILING = re.compile(rf"(?:^|(?<=[.!?\"”’)])\s*|\s[|–—-]\s|\s|{_GLUED_LABEL})(?P<credit>{'|'.join(_CREDITS)})\.?$")
_ALONE = re.compile(rf"(?:{'|'.join((*_CREDITS, *_CREDIT_LINES))})\.?")
_LEADING = re.compile(rf"{_NAME}/(?:{_NAME}/)?{_AGENCY}\s?(?=\([A-Z])")
_GLUED_NAME = re.compile(rf"(?<=[a-z\d][.!?])(?P<name>{_NAME}(?:/[\w .]{{2,30}})?)$")


def bracket_credit(page: Page, unit: Unit) -> Iterator[Mark]:
    """'… shake hands.(Jane Doe, Agency Pool Photo via XX)', at a paragraph's end or inside it."""
    if "(" not in unit.text and "[" not in unit.text:
        return
    starts: list[int] | None = None
    for match in _BRACKET.finditer(unit.text):
        if not is_credit(match["credit"]):
            continue
        starts = starts if starts is not None else sentence_starts(unit.text)
        begin = _caption_start(unit.text, match.start(), starts)
        yield unit.mark("caption", f"a picture's credit ends it ({match['credit'][-40:]!r})", begin, match.end())


def trailing_credit(page: Page, unit: Unit) -> Iterator[Mark]:
    """'… shake hands. REUTERS/Jane Doe', 'Photo: Jane Doe / Harbor Wire'."""
    window = max(0, len(unit.text) - 200)
    match = _TRAILING.search(unit.text, window)
    if match is None:
        return
    before = unit.text[: match.start()].rstrip()
    cut = before.endswith((".", "!", "?", "”", '"', ")")) or not before
    labelled = match["credit"][:5].casefold() in ("photo", "pictu", "image", "credi", "illus", "handout")
    if cut or labelled or unit.n_words <= 60:
        begin = _caption_start(unit.text, match.start("credit"), sentence_starts(unit.text[: match.start("credit")]))
        yield unit.mark("caption", f"a picture's credit ends it ({match['credit'][:40]!r})", begin)


def leading_credit(page: Page, unit: Unit) -> Iterator[Mark]:
    """'Jane Doe/Getty Images(NEW YORK) -- …': a credit glued to the front of a paragraph."""
    match = _LEADING.match(unit.text[:120]) if "/" in unit.text[:120] else None
    if match:
        yield unit.mark("caption", "a picture's credit glued to the front", 0, match.end())


def glued_name(page: Page, unit: Unit) -> Iterator[Mark]:
    """'… in Rome, Italy, October 12, 2016.Jane Doe': a photographer's name glued to a described scene."""
    match = _GLUED_NAME.search(unit.text, max(0, len(unit.text) - 80)) if not unit.ends else None
    if match:
        begin = _caption_start(unit.text, match.start("name"), sentence_starts(unit.text[: match.start("name")]))
        if is_scene(unit.text[begin : match.start("name")]):
            yield unit.mark("caption", f"a name is glued to its end ({match['name']!r})", begin)


def repeated(page: Page, unit: Unit) -> Iterator[Mark]:
    """A caption without its credit beside the same one with it, as galleries leave them."""
    for other in page.units[max(0, unit.index - 1) : unit.index + 2]:
        begins = len(unit.text) >= 20 and other.index != unit.index and other.text.startswith(unit.text.rstrip("."))
        if begins and other.index in page.marked and len(other.text) - len(unit.text) <= 150:
            yield unit.mark("caption", "repeats the picture's caption beside it")
            return


def is_credit(words: str) -> bool:
    """Whether the words of a bracket are a picture's credit: an agency, a name with one, a word such as 'photo'."""
    words = words.strip().rstrip(".")
    if not words or len(words.split()) > 14 or not any(c.isupper() for c in words):
        return False
    if words.casefold() in load("marks")["credit"]["whole"]:
        return True
    if is_told(words.casefold()):
        return False
    tokens = re.findall(r"[\w-]+", words)
    lower = {token.casefold() for token in tokens}
    credit_words = _credit_words()
    has_agency = _agencies().search(words) is not None
    capitals = sum(token[0].isupper() or token[0].isdigit() for token in tokens)
    mostly_names = capitals >= 0.5 * len(tokens)
    if lower & credit_words and mostly_names:
        return has_agency or len(tokens) >= 2
    # 'Jane Doe/AP', 'AFP, Jane Doe': an agency and a name; an agency alone is an acronym being introduced.
    return has_agency and mostly_names and bool(re.search(r"[/,]", words)) and len(tokens) >= 3


def _caption_start(text: str, credit: int, starts: list[int]) -> int:
    """Where the caption begins: its paragraph, if that is all caption; else the last sentence before the credit."""
    last = bisect_left(starts, credit) - 1
    if last > 0 and not text[starts[last] : credit].strip(" .("):
        last -= 1
    last = max(last, 0)
    short = last <= 2 and credit <= WINDOW and len(text[:credit].split()) <= 60
    return 0 if last and short and is_scene(text[: starts[1]]) else starts[last]


def credit_alone(line: str) -> bool:
    """Whether a line is a picture's credit and nothing else."""
    if len(line) > 90:
        return False
    bare = re.fullmatch(r"[(\[]([^()\[\]]{2,80})[)\]]", line)
    return bool(_ALONE.fullmatch(line)) or (bare is not None and is_credit(bare[1]))


def is_scene(sentence: str) -> bool:
    """Whether the sentence tells what is seen in a picture, in the present."""
    words = set(re.findall(r"\w+", sentence.casefold()))
    said = set(load("marks")["prose"]["reporting"]) | {"was", "were", "had"}
    return bool(words & set(load("marks")["credit"]["scene"])) and not words & said


@cache
def _agencies() -> re.Pattern[str]:
    names = sorted(load("marks")["credit"]["agencies"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(load("marks")["credit"]["words"])
