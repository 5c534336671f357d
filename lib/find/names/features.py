"""What the tagger knows of each token: the model's and the rules' opinions, its shape, its neighbours, its article.

    featurise(lines, proposals)[0][0]       # features of the first token of the first sentence, as strings

The article's own votes on a form follow Chieu and Ng (2002) and Ratinov and Roth (2009).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from lib.find.names.candidate import Candidate, settle
from lib.find.names.line import Line
from lib.vocabulary import load

Features = list[list[str]]
_PAD = "|"


def featurise(lines: Sequence[Line], proposals: Sequence[Sequence[Candidate]]) -> list[Features]:
    """Features of every token, sentence by sentence; ``proposals`` are each sentence's candidates."""
    columns = [_columns(line, found) for line, found in zip(lines, proposals, strict=True)]
    votes = _votes(lines, columns)
    return [_sentence(line, column, votes) for line, column in zip(lines, columns, strict=True)]


def _columns(line: Line, found: Sequence[Candidate]) -> dict[str, list[str]]:
    """One opinion a token from each source, and from all of them settled."""
    groups = {
        "m": [c for c in found if c.method == "ner"],
        "g": [c for c in found if c.method == "gazetteer"],
        "p": [c for c in found if c.method in ("pattern", "acronym")],
        "s": settle(list(found)),
    }
    columns = {}
    for key, group in groups.items():
        cells = ["O"] * len(line)
        starts = [line.sentence.offset(t) for t in line.tokens]
        for one in sorted(group, key=lambda c: c.weight):
            inside = [i for i, at in enumerate(starts) if one.start <= at < one.end]
            kind = one.label if key in ("m", "p") else f"{one.label}{one.role[0]}{'w' if one.score < 0.8 else ''}"
            for n, i in enumerate(inside):
                cells[i] = f"{'B' if n == 0 else 'I'}{kind}"
        columns[key] = cells
    columns["n"] = [f"{t.ent_iob_}{t.ent_type_}" for t in line.tokens]
    return columns


def _votes(lines: Sequence[Line], columns: Sequence[dict[str, list[str]]]) -> dict[str, dict[str, Counter[str]]]:
    """How often the article gives each word form each label, by source; and how often it is in lower case."""
    votes: dict[str, dict[str, Counter[str]]] = {key: defaultdict(Counter) for key in ("s", "n", "case")}
    for line, column in zip(lines, columns, strict=True):
        for i, word in enumerate(line.words):
            if word.islower():
                votes["case"][word]["lower"] += 1
            elif line.names[i]:
                votes["s"][word][column["s"][i][1:]] += 1
                votes["n"][word][column["n"][i][1:]] += 1
                follows = i > 0 and line.names[i - 1]
                if column["s"][i] == "IPERSONn":
                    votes["case"][word]["surname"] += 1
                if follows or (i + 1 < len(line) and line.names[i + 1]):
                    votes["case"][word]["part"] += 1
                else:
                    votes["case"][word]["alone"] += 1
    return votes


def _sentence(line: Line, columns: dict[str, list[str]], votes: dict[str, dict[str, Counter[str]]]) -> Features:
    runs = _run_features(line)
    shapes = [shape(w) for w in line.words]
    kinds = [_kinds(w) for w in line.words]
    rows: Features = []
    for i, token in enumerate(line.tokens):
        row = ["bias", *runs[i]]
        word = line.words[i]
        for step in (-2, -1, 0, 1, 2):
            at = i + step
            inside = 0 <= at < len(line)
            row.append(f"w{step}={line.words[at].lower() if inside else _PAD}")
            row.append(f"h{step}={shapes[at] if inside else _PAD}")
            row.append(f"t{step}={line.tokens[at].tag_ if inside else _PAD}")
            row += [f"k{step}={k}" for k in (kinds[at] if inside else ())]
            for key in ("n", "s", "g") if abs(step) == 2 else ("m", "n", "g", "p", "s"):
                row.append(f"{key}{step}={columns[key][at] if inside else _PAD}")
        row += _alone(line, i, columns, votes, shapes)
        row.append(f"d={token.dep_}")
        row.append(f"dh={token.dep_},{token.head.lemma_.lower()}")
        row += [f"x={word[-3:].lower()}", f"xx={word[-2:].lower()}", f"y={word[:3]}"]
        rows.append(row)
    return rows


def _alone(
    line: Line, i: int, columns: dict[str, list[str]], votes: dict[str, dict[str, Counter[str]]], shapes: list[str]
) -> list[str]:
    """The token's conjunctions, and what its article says of its form."""
    word = line.words[i]
    n, s, g, p = (columns[key][i] for key in ("n", "s", "g", "p"))
    row = [
        f"ngp={n},{g},{p}",
        f"ns={n},{s}",
        f"hn={shapes[i]},{n}",
        f"hs={shapes[i]},{s}",
        f"cap={line.names[i]},{line.opens(i)}",
    ]
    if i:
        row.append(f"ss={columns['s'][i - 1]},{s}")
        row.append(f"nn={columns['n'][i - 1]},{n}")
        row.append(f"ws={line.words[i - 1].lower()},{s}")
        row.append(f"hh={shapes[i - 1]},{shapes[i]},{s}")
    if i + 1 < len(line):
        row.append(f"ws+={line.words[i + 1].lower()},{s}")
    if not line.names[i]:
        return row
    for key in ("s", "n"):
        counter = votes[key][word]
        if counter:
            label, most = max(counter.items(), key=lambda item: (item[1], item[0]))
            total = sum(counter.values())
            row.append(f"v{key}={label}")
            row.append(f"v{key}n={label},{min(most, 3)},{most * 3 // total}")
            row.append(f"v{key}{n}={label}")
            row += [f"v{key}any={other}" for other in counter]
    case = votes["case"].get(word, {})
    row.append(f"surname={min(case.get('surname', 0), 2)},{s}")
    row.append(f"alone={min(case.get('alone', 0), 2)},{min(case.get('part', 0), 2)}")
    row.append(f"lower={votes['case'].get(word.lower(), {}).get('lower', 0) > 0}")
    return row


def _run_features(line: Line) -> list[list[str]]:
    """Where a token stands in its run of capitalised words, and what stands at both ends of the run."""
    rows: list[list[str]] = [["run=out"] for _ in line.words]
    for first, last in line.runs():
        size = min(last - first, 5)
        before = line.words[first - 1].lower() if first else _PAD
        after = line.words[last].lower() if last < len(line) else _PAD
        for i in range(first, last):
            place = "only" if size == 1 else "first" if i == first else "last" if i == last - 1 else "mid"
            row = [f"run={place},{size}", f"rb={before}", f"ra={after}", f"rba={before},{after}"]
            row += [f"rl={k}" for k in _kinds(line.words[last - 1])]
            row += [f"rf={k}" for k in _kinds(line.words[first])]
            rows[i] = row
    return rows


def shape(word: str) -> str:
    """'Xx', 'X', 'x', '9', 'Xx-Xx' …, runs collapsed."""
    out = "".join("X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c for c in word[:24])
    return re.sub(r"(.)\1+", r"\1+", out)


@cache
def _lists() -> dict[str, frozenset[str]]:
    persons, places, words = load("persons"), load("places"), load("organisations")["words"]
    return {
        "first": frozenset(load("first_names")["first_names"]),
        "title": frozenset(t for title in persons["titles"] for t in title.split() if t[0].isupper()),
        "noun": frozenset(persons["title_nouns"]),
        "particle": frozenset(persons["particles"]),
        "head": frozenset(words["heads_of"]),
        "tail": frozenset(words["tails"]),
        "firm": frozenset(words["tails"]) - frozenset(words["weak_tails"]),
        "placehead": frozenset(places["head_words"]),
        "placetail": frozenset(places["tail_words"]),
        "calendar": frozenset(load("ambiguous_names")["calendar"]),
        "never": frozenset(load("ambiguous_names")["never"]),
    }


def _kinds(word: str) -> list[str]:
    return [kind for kind, words in _lists().items() if word in words]
