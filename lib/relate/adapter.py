"""What was learnt of sameness on top of a general model: a low-rank change to each of its matrices.

    tensors = adapted(tensors, matrices, Path("data/models/all-MiniLM-L6-v2/adapter.npz"))

MiniLM was trained to bring texts on one topic together; here two sentences shall be near when they state the same and
apart when they only speak of the same people. The change is learnt by ``lib.training`` on text of our own, and is
a hundredth of the model's size: ``W + A @ B`` with A (inputs, rank) and B (rank, outputs), and a change to the bias
(LoRA: Hu et al., ICLR 2022). It is added when the model is loaded, so encoding takes no longer.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.relate.onnx_format import Array

#: The largest whole number of a weight; -128 is left out, so that zero is in the middle.
_MOST = 127


class AdapterError(ValueError):
    """The file is not what was learnt for this model; the message says what to do."""


def adapted(tensors: Mapping[str, Array], matrices: Sequence[tuple[str, str]], path: Path) -> dict[str, Array]:
    """The tensors with the change of ``path`` added, whole numbers again, one scale a column.

    ``matrices`` are the names of each matrix (without ``_q``) and its bias, in the model's order; the file holds
    ``N.A``, ``N.B`` and ``N.bias`` (float16) for the matrix of that number. Raises ``AdapterError`` if it does not fit.
    """
    found = dict(tensors)
    wanted = {f"{number}.{part}" for number in range(len(matrices)) for part in ("A", "B", "bias")}
    try:
        with np.load(path, allow_pickle=False) as learnt:
            if set(learnt.files) != wanted:
                raise ValueError(f"it holds {len(learnt.files)} arrays, where {len(wanted)} were expected")
            for number, (matrix, bias) in enumerate(matrices):
                # In float64, so that every processor gets the same weights, and a corpus can move with its vectors.
                a, b, shift = (learnt[f"{number}.{part}"].astype(np.float64) for part in ("A", "B", "bias"))
                weights = found[f"{matrix}_q"] * found[f"{matrix}_scale"].astype(np.float64)
                if (*a.shape[:1], *b.shape[1:]) != weights.shape or shift.shape != found[bias].shape:
                    raise ValueError(f"array {number} is for another size than {weights.shape}")
                found[f"{matrix}_q"], found[f"{matrix}_scale"] = _whole(weights + a @ b)
                found[bias] = (found[bias] + shift).astype(np.float32)
    except (AttributeError, KeyError, TypeError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise AdapterError(
            f"{path.name} is not what was learnt for this model: {error}; restore it in data/models, or run make train"
        ) from error
    return found


def _whole(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each column as whole numbers from -127 to 127, and its scale (1, columns)."""
    scale = np.maximum(np.abs(weights).max(axis=0, keepdims=True) / _MOST, 1e-12)
    return np.rint(weights / scale).clip(-_MOST, _MOST).astype(np.int8), scale.astype(np.float32)
