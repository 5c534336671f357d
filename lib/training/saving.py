"""What was learnt, as the file that ``lib.relate.adapter`` reads.

save([changes, others], Path("adapter.npz"))
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

#: ``N.A`` (inputs, rank), ``N.B`` (rank, outputs) and ``N.bias`` (outputs) of the matrix of that number.
Changes = dict[str, NDArray[np.float32]]


def save(several: Sequence[Changes], path: Path) -> None:
    """Write the mean of several changes, learnt apart, as one of the sum of their ranks, in float16."""
    mean: Changes = {}
    for name in several[0]:
        parts = [one[name] for one in several]
        if name.endswith(".A"):
            mean[name] = np.concatenate(parts, axis=1) / np.float32(len(parts))
        elif name.endswith(".B"):
            mean[name] = np.concatenate(parts, axis=0)
        else:
            mean[name] = np.mean(parts, axis=0, dtype=np.float32)
    np.savez(path, **{name: value.astype(np.float16) for name, value in mean.items()})  # type: ignore[arg-type]
