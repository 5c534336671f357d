"""Entity mentions and their cross-document instances from CAT XML, the format of MEANTIME (NewsReader).

    for document in read_folder(Path("meantime")):
        document.spans[0].instance                  # 'ORG37154720130514282'

Format: Bartalesi Lenzi, Moretti and Sprugnoli (2012), "CAT: the CELCT Annotation Tool".
``kind`` of a span is its syntactic type: NAM and PRE.NAM are proper names.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from lib.quality.gold import GoldDocument, GoldSpan, from_tokens

#: CAT's types of entity in the letters of CoNLL.
LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PRO": "PRO", "FIN": "FIN", "MIX": "MIX"}


def read_folder(folder: Path) -> Iterator[GoldDocument]:
    """Every ``*.xml`` under a folder, in order of path."""
    for path in sorted(folder.rglob("*.xml")):
        yield read(path)


def read(path: Path) -> GoldDocument:
    """One file; a mention whose entity is unknown has an empty instance and label."""
    root = ElementTree.parse(path).getroot()
    sentences: dict[str, list[str]] = {}
    place: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        row = sentences.setdefault(token.get("sentence", "0"), [])
        place[token.get("t_id", "")] = (len(sentences) - 1, len(row))
        row.append(token.text or "_")
    document = from_tokens(path.stem, list(sentences.values()))
    entities = {e.get("m_id", ""): e for e in root.iter("ENTITY")}
    target = {
        source.get("m_id", ""): goal.get("m_id", "")
        for relation in root.iter("REFERS_TO")
        for goal in relation.findall("target")
        for source in relation.findall("source")
    }
    for mention in root.iter("ENTITY_MENTION"):
        anchors = sorted(place[a.get("t_id", "")] for a in mention.findall("token_anchor") if a.get("t_id") in place)
        if not anchors:
            continue
        (first, left), (last, right) = anchors[0], anchors[-1]
        entity = entities.get(target.get(mention.get("m_id", ""), ""))
        instance = entity.get("instance_id", "") if entity is not None else ""
        label = LABELS.get(entity.get("ent_type", ""), "") if entity is not None else ""
        start, end = document.tokens[first][left][0], document.tokens[last][right][1]
        document.spans.append(GoldSpan(start, end, label, instance, mention.get("syntactic_type", "")))
    document.spans.sort(key=lambda s: (s.start, s.end))
    return document
