"""The rules in order: where two find the same words, the first one holds.

    for match in matches(sentence.tokens): …

A rule is looked at only for the lemmas that trigger it, so the work grows with the text and not with the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from lib.find.standings import disowning, doubting, idioms, showing, telling, verbs, verifying, withholding
from lib.find.standings.grammar import lemma
from lib.find.standings.lexicon import cues, words
from lib.find.standings.match import Match, Rule


def _registry() -> list[tuple[Iterable[str], Rule]]:
    """(trigger lemmas, rule), strongest first."""
    return [
        (idioms.triggers(), idioms.idiom),
        (verbs.triggers(), verbs.verb),
        (cues("verifying")["verify"].lemmas, verifying.verifying),
        (cues("giving")["show"].lemmas, showing.giving),
        (("without", "with", "despite", "minus"), showing.without),
        (cues("withholding")["say-how"].lemmas, withholding.saying_how),
        (cues("withholding")["elaborate"].lemmas, withholding.elaborating),
        (cues("withholding")["secrecy"].lemmas, withholding.citing_secrecy),
        (cues("asking")["press"].lemmas, doubting.asking_for_proof),
        (cues("phrase")["doubt"].lemmas | cues("phrase")["issue"].lemmas, doubting.casting_doubt),
        (cues("adjective")["sceptical"].lemmas, doubting.sceptical),
        (cues("disowning")["nothing-to-do"].lemmas, disowning.nothing_to_do),
        (cues("disowning")["not-behind"].lemmas, disowning.not_behind),
        (cues("disowning")["no-plan"].nouns, disowning.no_plan),
        (cues("disowning")["not-plan"].lemmas, disowning.not_planning),
        (words("denial"), disowning.untrue),
        (words("unsupported"), verifying.unsupported),
        (cues("verifying")["unverified"].lemmas, verifying.unverified),
        (cues("verifying")["no-confirmation"].nouns, verifying.no_confirmation),
        (cues("lacking")["no-evidence"].nouns, doubting.no_evidence),
        (cues("holding")["information"].lemmas, telling.holding),
        (cues("holding")["uncovering"].lemmas, telling.uncovering),
        (("show", "reveal", "indicate", "confirm", "prove", "suggest", "depict"), showing.exhibits),
        (cues("noun")["claim"].lemmas | cues("noun")["denial"].lemmas, disowning.noun),
        (cues("adverb")["allegedly"].words, telling.adverb),
        (cues("hearsay")["said-to"].lemmas, idioms.hearsay),
        (words("telling"), telling.telling),
    ]


#: Matches looked for in one sentence. No sentence that is one has as many; a text without full stops may.
MOST = 60


@cache
def _rules() -> dict[str, list[tuple[int, Rule]]]:
    found: dict[str, list[tuple[int, Rule]]] = {}
    for rank, (triggers, rule) in enumerate(_registry()):
        for word in triggers:
            found.setdefault(word, []).append((rank, rule))
    return found


def _holds(match: Match, kept: Iterable[Match]) -> bool:
    """'said that it **had information** that …' is one assertion, as is 'said that X **denied** it' one denial."""
    first, last = match.allegation or match.cue
    return any(first <= other.cue[0] < last for other in kept)


def matches(tokens: Iterable[Token]) -> Iterator[Match]:
    """The matches of one sentence that do not overlap, in order of text."""
    found: list[tuple[int, Match]] = []
    for token in tokens:
        for rank, rule in _rules().get(lemma(token), ()):
            if match := rule(token):
                found.append((rank, match))
        if len(found) >= MOST:
            break
    taken: set[int] = set()
    kept: list[Match] = []
    for _, match in sorted(found, key=lambda pair: pair[0]):
        places = range(*match.cue)
        if taken.isdisjoint(places) and not (match.rule == "telling" and _holds(match, kept)):
            taken.update(places)
            kept.append(match)
    return iter(sorted(kept, key=lambda match: match.cue))
