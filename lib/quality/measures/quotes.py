"""Quotes: content, content with the right speaker, and who answers for it (``lib.quality.quotes``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lib.quality.dataset import Gold
from lib.quality.figures import Confusion, Row, Tally, harmonic, share
from lib.quality.measures.errors import Errors
from lib.quality.quotes import matched, same_speaker
from lib.quality.quotes_gold import GoldQuote
from lib.quality.ready import Ready
from lib.schema import Entity, Quote


def quotes(ready: Ready) -> Iterator[Row]:
    """F1 of content and of content with speaker; accuracy and confusion of classes where they are annotated."""
    content: list[Tally] = []
    speaker: list[Tally] = []
    classes: list[tuple[int, int]] = []
    confusion: Counter[tuple[str, str]] = Counter()
    errors = Errors("quotes", ready.data)
    entities = ready.entities if ready.data.build else {}
    for gold, _, rows in ready.texts:
        if gold.quotes is None:
            continue
        pairs = matched(gold.quotes, rows.quotes)
        right = [(g, q) for g, q in pairs if _speaker(gold, g, q, entities)]
        content.append((len(pairs), len(rows.quotes), len(gold.quotes)))
        speaker.append((len(right), len(rows.quotes), len(gold.quotes)))
        known = [(g.attribution, q.attribution) for g, q in pairs if g.attribution]
        classes.append((sum(g == q for g, q in known), len(known)))
        confusion.update(known)
        _note(errors, gold, rows.quotes, pairs, right)
    key = ready.data.key
    yield from harmonic("quotes", "content", "content, half or more of it shared", key, content)
    yield from harmonic("quotes", "speaker", "content and speaker", key, speaker)
    yield from share("quotes", "attribution", "who answers for it, where the content is right", key, classes)
    for (wanted, found), n in sorted(confusion.items()):
        yield Confusion("quotes", key, wanted, found, n)
    yield from errors.rows()


def _speaker(gold: Gold, wanted: GoldQuote, found: Quote, entities: Mapping[str, Entity]) -> bool:
    """The same words; or, in whole articles, an entity that goes by the gold name's last word."""
    if same_speaker(gold.text, wanted.speaker, found):
        return True
    entity = entities.get(found.speaker_entity_id or "")
    last = {gold.text[a:b].split()[-1].casefold() for a, b in wanted.speaker}
    return entity is not None and any(alias.split()[-1].casefold() in last for alias in entity.aliases if alias.split())


def _note(
    errors: Errors, gold: Gold, rows: list[Quote], pairs: list[tuple[GoldQuote, Quote]],
    right: list[tuple[GoldQuote, Quote]],
) -> None:  # fmt: skip
    there = {id(one) for pair in pairs for one in pair}
    for g in gold.quotes or ():
        if id(g) not in there:
            errors.add(
                f"{g.kind or 'quote'} missed", gold.text[g.content[0][0] : g.content[-1][1]], "content", "speaker"
            )
    for q in rows:
        if id(q) not in there:
            errors.add(f"{q.kind} found where none is annotated", q.text, "content", "speaker")
    for g, q in pairs:
        if (g, q) not in right:
            wanted = gold.text[slice(*g.speaker[0])] if g.speaker else "nobody"
            errors.add(f"another speaker ({q.kind})", f"{wanted}, found {q.speaker_text or 'nobody'}", "speaker")
        if g.attribution and g.attribution != q.attribution:
            errors.add(f"{g.attribution} taken for {q.attribution}", q.speaker_text or q.text, "attribution")
