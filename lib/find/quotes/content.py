"""Where the content of a cue stands in the parse: its complement, its object, what stands after its preposition.

    of_verb(said, "say", frozenset({"clause"}))     # ((11, 43), False): characters, and whether it is a noun phrase

All reads are of ``left_edge`` and ``right_edge``, so a sentence of any length costs a cue a constant number of steps.
"""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.coordination import another_speaks, detached
from lib.find.quotes.mute import is_speaker
from lib.find.quotes.objects import counted, judged, valued
from lib.find.quotes.stretch import Span, characters, phrase_end
from lib.find.quotes.vocabulary import lemma_of, verbs

_PASSIVE_INFINITIVE = frozenset({"say", "think", "report", "claim", "know", "predict", "judge"})
#: Verbs whose object is what was meant rather than who was addressed: 'asked the firm to pay', 'found it to be safe'.
_WITH_OBJECT = frozenset(
    ["urge", "ask", "demand", "warn", "think", "predict", "find", "claim", "say", "confirm", "know", "propose"]
)
_CLAUSAL = frozenset({"say", "insist", "argue", "believe", "think", "warn"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONG = 4
_REACH = 12
_FAR = 60
_TIMES = frozenset({"day", "week", "month", "year", "hour"})
_EMPTY_OBJECTS = frozenset({"comment", "interview", "question", "thing", "word", "way", "time", "hand"})


def of_verb(verb: Token, kind: str, frames: frozenset[str]) -> tuple[Span | None, bool]:
    """The complement that the verb's frames allow, and whether it is a noun phrase rather than a clause."""
    fronted: Token | None = None
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i < verb.i and not passive:
            # 'Other ports closed: Bergen reported a loss' states the first half in the outlet's own voice.
            joined = not any(t.text in ":;" for t in verb.doc[child.right_edge.i : verb.i][:_REACH])
            fronted = child if joined and (child.tag_ not in ("VBG", "VBN") or _has_subject(child)) else None
        elif child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            found = _clause(verb, child, kind, frames, passive)
            if found:
                return found, False
    if fronted is not None and "clause" in frames:
        end = min(fronted.right_edge.i + 1, verb.i)
        return characters(verb.doc, fronted.left_edge.i, end), False
    if "clause" in frames and (found := _after_that(verb)):
        return found, False
    if passive and kind != "accuse":
        return None, False
    if verb.lemma_ in _CLAUSAL and (found := _misread(verb)):
        return found, False
    if "as" in frames and (found := judged(verb)):
        return found, True
    if "value" in frames and (found := valued(verb)):
        return found, True
    if "count" in frames:
        found = counted(verb)
        return found, found is not None
    for preposition in ("of", "mention", "for", "on", "to"):
        if preposition in frames:
            found = _prepositional(verb, kind, preposition)
            if found:
                return found, True
    if "object" in frames:
        for child in verb.rights:
            if child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN") and child.right_edge.i > child.left_edge.i:
                if child.lemma_.lower() in _EMPTY_OBJECTS or (lemma_of(verb) == "cite" and is_speaker(child)):
                    break
                found = characters(verb.doc, child.left_edge.i, phrase_end(child))
                if found and child.left_edge.lower_ == "that":
                    found = child.left_edge.idx, found[1]  # 'disputed that figure'
                return found, True
    return None, False


def _after_that(verb: Token) -> Span | None:
    """A clause that the parser hung on a noun between: 'announced on Friday in a memo that he would leave'."""
    doc, end = verb.doc, verb.right_edge.i + 1
    for token in doc[verb.i + 1 : min(verb.i + 1 + _REACH, end)]:
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            return characters(doc, token.i + 1, end)
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            return None
    return None


def _misread(verb: Token) -> Span | None:
    """A clause whose verb the parser took for a noun: 'says the railway overspent by 40 million'."""
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ != "PRON" and child.right_edge.i - child.left_edge.i >= _LONG:
            return characters(verb.doc, child.left_edge.i, verb.right_edge.i + 1)
    return None


def _clause(verb: Token, child: Token, kind: str, frames: frozenset[str], passive: bool) -> Span | None:
    doc, after = verb.doc, _after(verb)
    start = max(child.left_edge.i, after)
    if child.tag_ == "VBG" and not _has_to(child) and not _has_subject(child):
        return characters(doc, start, _end(child)) if "gerund" in frames else None
    if _has_to(child) or child.dep_ == "xcomp":
        if not _has_to(child) or not (
            kind in _PASSIVE_INFINITIVE if passive and not _has_agent(verb) else "infinitive" in frames
        ):
            return None
        if kind in _WITH_OBJECT:
            objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < start]
            start = objects[0].left_edge.i if objects else start
        if verb.i + 1 < start and doc[verb.i + 1].lower_ == "on":
            start = verb.i + 2
        return characters(doc, start, _end(child))
    if "clause" not in frames or (kind == "know" and not _is_thought(child)):
        return None
    if start == verb.i + 1 < child.i and doc[start].ent_type_ == "DATE" and doc[start].dep_ == "npadvmod":
        start += 1  # 'said Tuesday the ferry would sail'
    end = _end(child)
    broken = child.right_edge.i < end < verb.sent.end and doc[end].tag_ in _FINITE
    if broken and verb.dep_ in ("ROOT", "conj") and lemma_of(doc[end]) not in verbs():
        # 'said that as he drove the lane | was clear': the parser broke the clause off before its verb.
        end = verb.sent.end
    return characters(doc, start, next((t.i for t in doc[start : min(end, start + _FAR)] if t.text == ";"), end))


def _after(verb: Token) -> int:
    """The token after a verb, its particle and its 'it': 'made it clear | that …'."""
    after = verb.i + len(lemma_of(verb).split())
    return after + 1 if after > verb.i + 1 and verb.doc[verb.i + 1].lower_ == "it" else after


def _end(clause: Token) -> int:
    """Where a clause's words end: at its last token, or before what the parser wrongly hung on it."""
    end = clause.right_edge.i + 1
    for other in clause.rights:
        if other.dep_ in ("conj", "advcl") and (detached(other) is not None or another_speaks(other)):
            end = min(end, _conjunction(other))
    return end


def _conjunction(verb: Token) -> int:
    """Where the 'and' or 'but' before a verb stands."""
    for token in reversed(verb.doc[max(verb.i - _FAR, 0) : verb.i]):
        if token.dep_ == "cc" or (token.dep_ == "mark" and token.head.i == verb.i):
            return token.i
    return verb.i


def _has_to(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "aux") for c in clause.children)


def _is_thought(clause: Token) -> bool:
    """'see that prices rise' is a thought, 'see prices rise' and 'see prices driven up' are events."""
    if clause.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(c.dep_ == "mark" or (c.dep_ == "aux" and c.tag_ in ("MD", "VBZ", "VBP", "VBD")) for c in clause.children)


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def _prepositional(verb: Token, kind: str, name: str) -> Span | None:
    allowed = {"of": ("of", "about", "against"), "mention": ("of",)}.get(name, (name,))
    dobj = next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), None)
    if kind == "call" and dobj is not None:
        return None  # 'called a strike for Monday'
    parents = [verb, dobj]
    if name == "mention":  # 'have spoken for weeks of a war'
        parents += [p for c in verb.rights if c.dep_ == "prep" for p in c.children if p.lemma_ in _TIMES]
    for parent in parents:
        for child in parent.rights if parent is not None else ():
            if child.dep_ != "prep" or child.lower_ not in allowed:
                continue
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            plain = name in ("on", "to") and kind != "intend"
            if name == "mention" and inner is not None and inner.pos_ == "PRON":
                continue  # 'spoke of nothing else'
            if inner is None or (plain and dobj is None) or (name == "on" and not plain and inner.tag_ != "VBG"):
                continue
            start = inner.left_edge.i
            if (plain or kind in ("accuse", "blame")) and dobj is not None and dobj.i < child.i:
                start = dobj.left_edge.i
            return characters(verb.doc, start, phrase_end(child))
    return None


def of_noun(noun: Token) -> Span | None:
    """The clause of 'the claim that …', or of 'his hope is that …'."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        ):
            return characters(noun.doc, child.left_edge.i, child.right_edge.i + 1)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.rights:
            if child.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                return characters(noun.doc, child.left_edge.i, child.right_edge.i + 1)
    return None


def infinitive_of(noun: Token) -> Span | None:
    """The infinitive of 'his promise to resign'."""
    for child in noun.rights:
        if child.dep_ in ("acl", "xcomp", "relcl") and _has_to(child):
            return characters(noun.doc, child.left_edge.i, child.right_edge.i + 1)
    return None
