"""Train the adapter of the sentence encoder on the events of ``data/training``: `make train`.

    python -m lib.training [--events data/training] [--into data/models/all-MiniLM-L6-v2]

It is learnt twice from other beginnings, side by side, and the mean is kept, which depends less on chance (model
soups: Wortsman et al., ICML 2022). Every tenth event is left out, and the average precision on these is printed before
and after: by likeness alone, with the model as the package has it and as a build will run it. It takes some twenty
minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from lib.relate.encoder import ADAPTER, Encoder
from lib.training.digest import digest
from lib.training.learning import learnt
from lib.training.measuring import average_precision
from lib.training.saving import save
from lib.training.told import read_events

#: Of one change; how often one is learnt; every how many-th event is left out.
_RANK, _TIMES, _EVERY = 8, 2, 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0, or 2 where the events cannot be read."""
    asked = _asked(arguments)
    try:
        events = read_events(asked.events)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if len(events) <= _EVERY:
        print(f"{len(events)} events; more than {_EVERY} are needed", file=sys.stderr)
        return 2
    left_out = events[::_EVERY]
    learning = [event for n, event in enumerate(events) if n % _EVERY]
    before = average_precision(left_out, Encoder(adapter=None).encode)
    print(f"{len(learning)} events to learn from, {len(left_out)} left out: average precision {before:.3f} before")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        several = list(pool.map(learnt, [learning] * _TIMES, [_RANK] * _TIMES, range(_TIMES)))
    asked.into.mkdir(parents=True, exist_ok=True)
    path = asked.into / ADAPTER.name
    save(several, path)
    after = average_precision(left_out, Encoder(adapter=path).encode)
    about = {
        "events": len(events), "texts": digest(asked.events), "rank": _RANK * _TIMES,
        "adapter": hashlib.sha256(path.read_bytes()).hexdigest(),
        "left_out": {"events": len(left_out), "before": round(before, 4), "after": round(after, 4)},
    }  # fmt: skip
    path.with_suffix(".json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    print(f"average precision {after:.3f} after; wrote {path.name} and {path.stem}.json")
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lib.training", description="train the encoder's adapter")
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--events", type=Path, default=root / "data" / "training", help="folder of */*.txt")
    parser.add_argument("--into", type=Path, default=ADAPTER.parent, help="folder of adapter.npz and adapter.json")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
