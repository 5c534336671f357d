"""Lines that are furniture because of what stands beside them, when the other rules are done.

    mark("…\\n\\nSign up\\n\\nor\\n\\nLog in\\n\\n…")[2].why          # 'a few words between two lines of the page'

These rules run again and again while they find something: a marked line is a neighbour for the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.find.marks.captions import credit_alone, is_scene
from lib.find.marks.headings import MAX_WORDS
from lib.find.marks.page import Page
from lib.find.marks.sentence import is_cut_off
from lib.find.marks.unit import Mark, Unit
from lib.text.appeals import ALONE, BESIDE, appeal, is_appeal
from lib.text.date_lines import only_dates
from lib.text.masthead import is_page_line
from lib.text.phrases import is_told

#: A line between two of the page's own has at most so many words, and a label at the foot so many.
MAX_BETWEEN, MAX_LABEL = 12, 4
#: Lines on either side among which an offer lists what it gives, and how many of them speak to the reader.
OFFER_NEAR, OFFER_LEAST = 3, 4
#: So many short lines in a row are a table or a menu, with fewer words each than this on average.
TABLE_LINES, TABLE_WORDS = 8, 4
_OPEN_END = re.compile(r"[:;,]$")
_ITEM = re.compile(r"^(?:[-*•▪●‣–·]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_QUOTE = re.compile(r"[\"“”]")
#: What captions seldom have: persons without a name, the past.
_STORY = re.compile(r"\b(?:he|she|they|his|her|was|were|had|did|would|could|will|but|because|also)\b", re.I)
_PICTURE = re.compile(
    r"(?i:hide caption|toggle caption|enlarge this image|view image in fullscreen|view gallery|buy now)\W*$"
)
_REPLY = re.compile(r"(?:Like ?|Share ?)?Reply(?: \(?\d+\)?| Report| Share)?|Reply ↓", re.I)
#: A comment has at most so many lines above its 'Reply'.
COMMENT_LINES = 10
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?:\s(?:[^\W\d_a-z][\w.'’-]*|de|van|von|al|el|bin)){1,3}$")
_DOES = re.compile(r",?\s(?:is|was|has|covers|writes|reports|edits|joined|works|leads|studies|teaches)\b")


def appeals(page: Page, unit: Unit) -> Iterator[Mark]:
    """A line in which the page speaks to the reader about itself; beside such a line fewer signs are enough."""
    if is_appeal(unit.text):
        page.appeals.add(unit.index)
        yield unit.mark("promo", "the page speaks to the reader about itself")
    elif _goes_on(page, unit) and appeal(unit.text) >= BESIDE:
        page.appeals.add(unit.index)
        yield unit.mark("promo", "the page goes on speaking to the reader about itself")


def _goes_on(page: Page, unit: Unit) -> bool:
    """Below a line that speaks to the reader, in the same block; or between such a line and one of the page's own."""
    above, below = unit.index - 1, unit.index + 1
    if unit.gap and page.gaps:
        return {above, below} <= page.appeals and appeal(unit.text) >= ALONE
    return above in page.appeals or (above in page.own and below in page.appeals)


def between(page: Page, unit: Unit) -> Iterator[Mark]:
    """A few words without a full stop, with a line of the page's own above and below."""
    longest = MAX_WORDS if unit.index > page.last >= 0 else MAX_BETWEEN
    if unit.ends or unit.n_words > longest or _OPEN_END.search(unit.text) or _ITEM.match(unit.text):
        return
    above, below = unit.index - 1, unit.index + 1
    if above not in page.own or below not in page.own or _QUOTE.match(unit.text):
        return
    if unit.n_words <= MAX_LABEL or unit.index > page.last >= 0 or not is_cut_off(unit.text):
        yield unit.mark("boilerplate", "a few words between two lines of the page")


def section(page: Page, unit: Unit) -> Iterator[Mark]:
    """'Opinion', 'World', 'News | Europe' alone below the first paragraphs: the section of another story."""
    if not page.leading or unit.index <= page.leading[-1] or unit.ends or unit.n_words > MAX_BETWEEN:
        return
    if (unit.n_words <= 2 or page.beside(unit)) and is_page_line(unit.text):
        yield unit.mark("boilerplate", "the name of a section below the first paragraphs")


def table(page: Page, unit: Unit) -> Iterator[Mark]:
    """One of many short lines together, which no colon and no bullet makes a list of the article: figures, line-ups."""
    low, high = page.runs[unit.index]
    if not 0 <= page.first < low or high - low + 1 < TABLE_LINES or page.units[low - 1].text.endswith(":"):
        return
    lines = page.units[low : high + 1][:TABLE_LINES]
    few = sum(line.n_words for line in lines) < TABLE_WORDS * len(lines)
    if (
        few
        and not is_cut_off(unit.text)
        and not any(_ITEM.match(line.text) or line.text.endswith((",", ";")) for line in lines)
    ):
        yield unit.mark("boilerplate", "one of many short lines together, as tables and menus have")


def offered(page: Page, unit: Unit) -> Iterator[Mark]:
    """One of the benefits that an offer lists, among lines that speak to the reader."""
    if unit.n_words > MAX_BETWEEN or _QUOTE.search(unit.text) or is_told(unit.text.casefold()):
        return
    near = [*range(unit.index - OFFER_NEAR, unit.index), *range(unit.index + 1, unit.index + OFFER_NEAR + 1)]
    if sum(at in page.appeals for at in near) >= OFFER_LEAST and {unit.index - 1, unit.index + 1} <= page.own:
        yield unit.mark("promo", "stands in an offer that speaks to the reader")


def labels(page: Page, unit: Unit) -> Iterator[Mark]:
    """Below the last paragraph: topics, names and buttons, however they are written."""
    if not 0 <= page.last < unit.index or unit.ends or unit.n_words > MAX_LABEL or _ITEM.match(unit.text):
        return
    if (unit.index - 1 in page.own or unit.index + 1 in page.own) and not _OPEN_END.search(unit.text):
        yield unit.mark("boilerplate", "a few words below the last paragraph, beside a line of the page")


def about_author(page: Page, unit: Unit) -> Iterator[Mark]:
    """'Jane Doe is a reporter …' below the line 'Jane Doe'; the line above it goes too."""
    if not page.leading or unit.n_words > 90 or unit.index <= page.leading[-1]:
        return
    heading = page.units[unit.index - 1].text
    name = heading.removeprefix("About ").removeprefix("the ").strip(" :") if len(heading) <= 60 else heading
    if name != heading and unit.text.removeprefix("The ").startswith(name):
        page.closers.append(unit.index)
        yield unit.mark("boilerplate", "says who the body is whose name stands above it")
        return
    for above in page.units[max(0, unit.index - 3) : unit.index]:
        if above.index <= page.leading[-1] or not _NAME.match(above.text) or not unit.text.startswith(above.text):
            continue
        if _DOES.match(unit.text, len(above.text)) and not _QUOTE.search(unit.text):
            page.closers.append(unit.index)
            yield unit.mark("boilerplate", "says who the person is whose name stands above it")
            return


def open_comments(page: Page) -> None:
    """Where 'Reply' stands twice at least, the comments begin above the name and the day of the first of them."""
    found = [unit.index for unit in page.units if unit.n_words <= 3 and _REPLY.fullmatch(unit.text)]
    if len(found) < 2:
        return
    top = page.leading[-1] if page.leading else 0
    for at in range(found[0] - 1, max(top + 2, found[0] - COMMENT_LINES), -1):
        stamp = page.units[at].text
        if len(stamp) <= 50 and only_dates(stamp):
            page.openers.setdefault(at - 2, "comments")
            page.look_again()
            return


def pictured(page: Page, unit: Unit) -> Iterator[Mark]:
    """What stands above a credit alone, or above the buttons of a picture: a scene, or words without an end."""
    if unit.n_words > 45 or _QUOTE.search(unit.text) or is_told(unit.text.casefold()):
        return
    after = page.units[unit.index + 1 : unit.index + 3]
    if not after:
        return
    credit = credit_alone(after[0].text) and not (after[0].gap and page.gaps)
    button = bool(_PICTURE.match(after[0].text)) or (credit and len(after) > 1 and bool(_PICTURE.match(after[1].text)))
    still = is_scene(unit.text) or not unit.ends
    if (button and (still or not _STORY.search(unit.text))) or (credit and still and unit.index > page.first):
        yield unit.mark("caption", "stands above a picture's credit or its buttons")
