"""What a site's robots.txt allows, asked once a site (RFC 9309; ``lib.read.rules`` reads it).

robots = Robots(guard)
robots.refusal("https://www.harborwire.com/ferries")     # None, or why not
"""

from __future__ import annotations

from urllib.parse import urlsplit

from lib.read.decode import decode
from lib.read.internet import AGENT
from lib.read.network import Guard, Refused
from lib.read.rules import Rules

#: RFC 9309: at least so much of the file is read.
_BYTES = 500_000
_NAME = AGENT.split("/")[0]
#: Seconds between two requests to one site, where it asks for none; and the most that is waited for one that asks.
PAUSE, LONGEST = 1.0, 10.0


class Robots:
    """The rules of every site that was asked about."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._rules: dict[str, Rules | Refused] = {}

    def refusal(self, url: str) -> Refused | None:
        """Why a page must not be fetched; None where it may be."""
        rules = self._of(url)
        if isinstance(rules, Refused):
            return rules
        if rules.allow(url):
            return None
        what = f"the site's robots.txt does not allow {urlsplit(url).path[:120] or '/'} to be fetched by a program"
        return Refused(what, "pages that a site lets programs fetch", "open it in a browser, save it, bring the file")

    def pause(self, url: str) -> float:
        """Seconds to wait between two requests to the site of a page."""
        rules = self._of(url)
        asked = None if isinstance(rules, Refused) else rules.pause
        return min(max(asked or 0.0, PAUSE), LONGEST)

    def _of(self, url: str) -> Rules | Refused:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._ask(site)
        return self._rules[site]

    def _ask(self, site: str) -> Rules | Refused:
        answer = self._guard.get(f"{site}/robots.txt", _BYTES)
        if isinstance(answer, Refused):
            return answer
        if 400 <= answer.status < 500:  # RFC 9309: no such file, no rules
            return Rules()
        if answer.status != 200:
            what = f"the rules of {site} (robots.txt) cannot be read: status {answer.status}"
            return Refused(what, "a site that states its rules", "try again later")
        return Rules.of(decode(answer.body).text, _NAME)
