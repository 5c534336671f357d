"""The outlet in a copyright line: '© 2022 Harbor Wire', 'Copyright 2022 Harbor Wire Media Ltd. All rights reserved'.

copyright_in("© 2022 Harbor Wire. All rights reserved.").value      # 'Harbor Wire'
"""

from __future__ import annotations

import re

from lib.read.found import AGENCY, COMPANY, STRONG, Found
from lib.text.masthead import in_capitals
from lib.text.outlet_names import DOMAIN, Outlet, is_agency, outlet_named, source_name, source_of_domain
from lib.vocabulary import load

_COPYRIGHT = re.compile(
    r"(?:©\s*copyright\b|©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^.,;|©\n]{0,60}?)?\s*(?=[.,;|©\n]|\band\b|\ball rights\b|$)",
    re.I,
)
#: 'Harbor Media, Inc': the name's pattern ends at the comma.
_COMPANY = re.compile(r",(\s(?:inc|llc|ltd|limited|plc)\b)", re.I)


def copyright_in(line: str) -> Found[str] | None:
    """The holder that a line names; a company or an agency with less strength. None for a line without one."""
    if not re.match(r"(?:.{0,200}?)(?:©|\(c\)|copyright)", line, re.I):
        return None
    for match in _COPYRIGHT.finditer(line):
        if match["name"] and (domain := DOMAIN.match(line, match.start("name"))):
            return Found(source_of_domain(domain[1].casefold()), domain.group())
        name = re.sub(r"^copyright\s+", "", (match["name"] or "").strip(" -–|"), flags=re.I)
        name = re.sub(r"\b(?:All rights.*|Unauthori[sz]ed.*)$", "", name, flags=re.I).strip()
        if (name and name[0].isupper() and len(name.split()) <= 7) or outlet_named(name):
            company = _COMPANY.match(line, match.end())
            return _printed_by(name + (company[1] if company else ""), line[match.start() : match.end()].strip())
    if domain := DOMAIN.search(line):
        return Found(source_of_domain(domain[1].casefold()), domain.group())
    return None


def _printed_by(name: str, evidence: str) -> Found[str]:
    """A copyright's holder: an outlet, a company that owns one, or the agency that wrote the story."""
    words = re.sub(r"(?:\s(?:19|20)\d\d)+$", "", name).split()
    bare = list(words)
    while len(bare) > 1 and (len(bare[-1]) == 1 or bare[-1].casefold() in load("outlets")["company_words"]):
        bare.pop()
    name = in_capitals(" ".join(bare)) if name.isupper() and len(bare) > 1 else " ".join(words)
    known = next((o for n in range(len(words), 0, -1) if (o := _owner(words[:n], words[n:]))), None)
    if known:
        return Found(known.name, evidence, AGENCY if known.wire else STRONG)
    strength = COMPANY if len(bare) < len(words) else AGENCY if is_agency(name) else STRONG
    return Found(source_name(name), evidence, strength)


def _owner(first: list[str], rest: list[str]) -> Outlet | None:
    """The known outlet that the first words of a company's name are, where the others only make it a company."""
    made = {*load("outlets")["company_words"], *load("outlets")["company_middles"]}
    return outlet_named(" ".join(first)) if all(len(w) == 1 or w.casefold() in made for w in rest) else None
