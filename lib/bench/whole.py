"""The whole build of many invented articles, from a file of texts to the switched pointer: time and memory by stage.

    python -m lib.bench.whole 10000 200         # 10,000 articles of 8 sentences in 200 stories: half an hour or more
    python -m lib.bench.whole 100000 2000 --facts 1     # short ones, of 2 or 3 sentences

One process does all the work, on up to two processors. As each stage begins, a line says what was spent before it: CPU
seconds, the most memory held so far and the memory held at that moment.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from lib.bench.memory import now, peak
from lib.build.options import Options
from lib.build.progress import Progress
from lib.build.run import build

_SYLLABLES = ("ba", "dor", "fen", "gil", "har", "kel", "lum", "mor", "nis", "por", "ral", "sen", "tol", "ver", "wyn")
_VERBS = ("rejected", "approved", "visited", "signed", "closed", "opened", "delayed", "ordered", "counted", "moved")
_DAYS, _OUTLETS, _FACTS = ("Monday", "Tuesday", "Friday"), 25, 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and print a line a stage. 0 always."""
    parser = argparse.ArgumentParser(prog="python -m lib.bench.whole", description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int)
    parser.add_argument("stories", type=int)
    parser.add_argument("--facts", type=int, default=5, choices=range(1, _FACTS + 1), metavar="N",
                        help="how many of its story's ten facts an article tells; 5")  # fmt: skip
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        inputs = Path(place) / "articles.jsonl"
        write_articles(inputs, given.articles, given.stories, given.facts)
        with _Stages(quiet=True) as progress:
            summary = build(Options((str(inputs),), Path(place) / "corpus", quiet=True), progress)
        progress.stage("done")
    counted = ("articles", "sentences", "mentions", "stories", "claims", "ledger")
    print(", ".join(f"{summary.counts[name]:,} {name}" for name in counted))
    return 0


class _Stages(Progress):
    """One line a stage: CPU seconds and peak of memory until then, and the memory at its beginning."""

    def stage(self, doing: str, unit: str = "", total: int | None = None) -> None:
        spent = f"{time.process_time():8.0f} CPU s {peak():8.0f} MB at most {now():8.0f} MB now"
        print(f"{spent}  {doing} {total or ''} {unit}".rstrip(), flush=True)


def write_articles(path: Path, n_articles: int, n_stories: int, n_facts: int = 5) -> None:
    """One JSON object a line, the same for the same numbers."""
    chance = random.Random(n_articles * 7919 + n_stories)
    general = [_word(chance, 3) for _ in range(1_500)]
    stories = [_Story(chance) for _ in range(n_stories)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(n_articles):
            story = stories[number % n_stories]
            file.write(json.dumps(story.article(number // n_stories, n_facts, general, chance)) + "\n")


class _Story:
    """People, words and facts that the articles of one story share."""

    def __init__(self, chance: random.Random) -> None:
        self.first = dt.date(2022, 1, 1) + dt.timedelta(days=chance.randrange(700))
        names = [f"{_word(chance, 2)} {_word(chance, 3)}".title() for _ in range(5)]
        self.words = [_word(chance, 3) for _ in range(30)]
        self.facts = [
            (*chance.sample(names, 2), chance.choice(_VERBS), chance.randint(2, 900), *chance.sample(self.words, 2))
            for _ in range(_FACTS)
        ]

    def article(self, number: int, n_facts: int, general: Sequence[str], chance: random.Random) -> dict[str, str]:
        sentences = []
        for who, whom, verb, amount, what, thing in chance.sample(self.facts, n_facts):
            left = f"{amount} {thing} {chance.choice(general)} left on {chance.choice(_DAYS)}"
            sentences.append(f"{who} {verb} the {what} plan of {whom} after {left}.")
            if chance.random() < 0.4:
                said = f"“We will not {chance.choice(general)} the {chance.choice(self.words)},”"
                sentences.append(f"{said} {who} said in the {chance.choice(general)}.")
        place = f"{chance.choice(general)} of {chance.choice(self.words)}"
        sentences.append(f"The {place} stood near the {chance.choice(general)} {chance.choice(self.words)} last week.")
        chance.shuffle(sentences)
        day = self.first + dt.timedelta(days=min(int(chance.expovariate(1 / 6)), 21))
        outlet = number % _OUTLETS  # in turn within a story, so that its outlets can be compared
        return {
            "title": f"{self.facts[0][0]} and the {chance.choice(self.words)} {chance.choice(general)}",
            "text": "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)),
            "source": f"The {_SYLLABLES[outlet % 15].title()} {'Post' if outlet < 15 else 'Mail'}",
            "published": day.isoformat(),
        }


def _word(chance: random.Random, n: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(n))


if __name__ == "__main__":
    sys.exit(main())
