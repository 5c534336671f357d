"""all-MiniLM-L6-v2 as a graph that computes with whole numbers: the package's int8 weights times rows of bytes.

    model = minilm(package_model.read_bytes(), ADAPTER)  # bytes for onnxruntime: "ids", "places" → "hidden"

The package keeps weights as int8 and makes them float32 before each product. Here the products are of whole numbers:
each token's row is shifted and stretched to 0 … 255, multiplied exactly, and put back to its own scale (row by row as
ZeroQuant does: Yao et al., NeurIPS 2022). A row knows nothing of the others, so a sentence's vector does not depend on
its batch. Layer norm, softmax and GELU stay float32. Cosine to the vectors of float32 products: 0.999 on average.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.relate.adapter import adapted
from lib.relate.onnx_format import Array, Graph, read_model

WIDTH, LAYERS, HEADS = 384, 6, 12
#: SHA-256 of the package's model. Which of its matrices is which is known by their order alone, and a file with the
#: same shapes in another order would give vectors that are wrong and look right.
_KNOWN = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_EPSILON = 1e-12
_EMBEDDINGS = "inner.embeddings."
_LAYER = "inner.encoder.layer."
#: Query, key, value, output, and the two of the feed-forward network.
_PARTS = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
    "intermediate.dense", "output.dense",
)  # fmt: skip
MATRICES = len(_PARTS)


def minilm(content: bytes, adapter: Path | None = None) -> bytes:
    """The graph with the weights of the package's model. Raises ``ValueError`` where that is any other file.

    ``adapter`` is a file of ``lib.relate.adapter``, without which the model is the general one. ``ids`` int64 (n,
    length) are sentences of one length, ``places`` int64 is 0 … length - 1; ``hidden`` is float32 (n, length, 384).
    """
    tensors, matrices = read_minilm(content)
    if adapter is not None:
        tensors = adapted(tensors, matrices, adapter)
    network = _Network(tensors)
    rows = network.embedded()
    for layer in range(LAYERS):
        rows = network.layer(layer, rows, matrices[layer * MATRICES : (layer + 1) * MATRICES])
    graph = network.graph
    graph.node("Reshape", [rows, network.sentences], "hidden")
    sizes = ("sentences", "tokens")
    return graph.model([("ids", "i8", sizes), ("places", "i8", sizes[1:])], ("hidden", "f4", (*sizes, WIDTH)))


def read_minilm(content: bytes) -> tuple[dict[str, Array], list[tuple[str, str]]]:
    """The package's tensors, and the names of each matrix (without ``_q``) and its bias, six a layer.

    Raises ``ValueError`` where it is any other file.
    """
    tensors, nodes = read_model(content)
    if hashlib.sha256(content).hexdigest() != _KNOWN:
        raise ValueError("this is not the all-MiniLM-L6-v2 that is known")
    names = [inputs[1] for kind, inputs in nodes if kind == "MatMul" and f"{inputs[1]}_q" in tensors]
    biases = [f"{_LAYER}{layer}.{part}.bias" for layer in range(LAYERS) for part in _PARTS]
    return tensors, list(zip(names, biases, strict=True))


class _Network:
    """The graph as it grows; between its parts go rows of tokens, (sentences x tokens, width)."""

    def __init__(self, tensors: Mapping[str, Array]) -> None:
        self._tensors = tensors
        self.graph = Graph()
        constants: dict[str, Array] = {
            "step": np.array(1 / 255, np.float32), "zero": np.array(0, np.uint8),
            "least": np.array(1e-6, np.float32), "rows": np.array([-1, WIDTH], np.int64),
            "thirds": np.array([WIDTH] * 3, np.int64), "width": np.array([WIDTH], np.int64),
            "thrice": np.array([3 * WIDTH], np.int64),
        }  # fmt: skip
        for name, array in constants.items():
            self.graph.tensor(name, array)
        self.graph.node("Shape", ["ids"], "shape")
        self.graph.node("Concat", ["shape", "thrice"], "sentences_thrice", axis=0)
        self.sentences = self.graph.node("Concat", ["shape", "width"], "sentences", axis=0)

    def embedded(self) -> str:
        """Words are kept as bytes: only those that occur become numbers."""
        add, known = self.graph, self._tensors
        add.tensor("words", known[f"{_EMBEDDINGS}word_embeddings.weight_q"])
        add.tensor("word_scales", known[f"{_EMBEDDINGS}word_embeddings.weight_scale"])
        position = f"{_EMBEDDINGS}position_embeddings.weight"
        # Sentences stand alone: every token is of the first type.
        places = known[f"{position}_q"].astype(np.float32) * known[f"{position}_scale"]
        places = places + known[f"{_EMBEDDINGS}token_type_embeddings.weight"][0]
        add.tensor("position", places.astype(np.float32))
        add.node("Cast", [add.node("Gather", ["words", "ids"], "word_bytes", axis=0)], "word_numbers", to=1)
        add.node("Mul", ["word_numbers", add.node("Gather", ["word_scales", "ids"], "word_scale", axis=0)], "word")
        add.node("Add", ["word", add.node("Gather", ["position", "places"], "place", axis=0)], "placed")
        return self._norm(add.node("Reshape", ["placed", "rows"], "placed_rows"), f"{_EMBEDDINGS}LayerNorm", "embedded")

    def layer(self, number: int, rows: str, matrices: Sequence[tuple[str, str]]) -> str:
        """Attention, then the feed-forward network, each added to what came in and normalised."""
        add, at, name = self.graph, f"{_LAYER}{number}.", f"layer{number}_"
        wanted = self._product(rows, matrices[:3])
        thirds = [f"{name}query", f"{name}key", f"{name}value"]
        add.node(
            "Split", [add.node("Reshape", [wanted, "sentences_thrice"], f"{name}wanted"), "thirds"], *thirds, axis=-1
        )
        seen = add.node("MultiHeadAttention", thirds, f"{name}seen", own=True, num_heads=HEADS)
        seen = add.node("Reshape", [seen, "rows"], f"{name}seen_rows")
        seen = self._product(seen, matrices[3:4])
        mixed = add.node("Add", [seen, rows], f"{name}mixed")
        mixed = self._norm(mixed, f"{at}attention.output.LayerNorm", f"{name}attended")
        inner = self._product(mixed, matrices[4:5])
        inner = add.node("Gelu", [inner], f"{name}inner", own=True)
        outer = self._product(inner, matrices[5:])
        outer = add.node("Add", [outer, mixed], f"{name}outer")
        return self._norm(outer, f"{at}output.LayerNorm", f"{name}done")

    def _norm(self, rows: str, weights: str, name: str) -> str:
        scale = self.graph.tensor(f"{name}_scale", self._tensors[f"{weights}.weight"])
        shift = self.graph.tensor(f"{name}_shift", self._tensors[f"{weights}.bias"])
        return self.graph.node("LayerNormalization", [rows, scale, shift], name, axis=-1, epsilon=_EPSILON)

    def _product(self, rows: str, matrices: Sequence[tuple[str, str]]) -> str:
        """``rows @ weights + bias`` for matrices side by side."""
        add, name = self.graph, f"{matrices[0][0]}_"
        weights = np.concatenate([self._tensors[f"{m}_q"] for m, _ in matrices], axis=1)
        scales = np.concatenate([self._tensors[f"{m}_scale"] for m, _ in matrices], axis=1).astype(np.float32)
        bias = np.concatenate([self._tensors[b] for _, b in matrices])
        low = add.node("ReduceMin", [rows], f"{name}low", axes=[-1], keepdims=1)
        high = add.node("ReduceMax", [rows], f"{name}high", axes=[-1], keepdims=1)
        span = add.node("Max", [add.node("Sub", [high, low], f"{name}wide"), "least"], f"{name}span")
        inverse = add.node("Reciprocal", [span], f"{name}inverse")
        part = add.node("Mul", [add.node("Sub", [rows, low], f"{name}above"), inverse], f"{name}part")
        whole = add.node("QuantizeLinear", [part, "step", "zero"], f"{name}bytes")
        inputs = [whole, add.tensor(f"{name}weights", weights), "step", add.tensor(f"{name}scales", scales[0]), "zero"]
        product = add.node("MatMulIntegerToFloat", inputs, f"{name}product", own=True)
        scaled = add.node("Mul", [product, span], f"{name}scaled")
        # What the shift took away: low x (sum of each column), and the bias with it.
        sums: NDArray[np.float32] = (weights.astype(np.int64).sum(axis=0) * scales[0]).astype(np.float32)
        one = add.node("Div", [span, span], f"{name}one")
        pair = add.node("Concat", [low, one], f"{name}pair", axis=1)
        rest = add.tensor(f"{name}rest", np.stack([sums, bias]).astype(np.float32))
        return add.node("Gemm", [pair, rest, scaled], f"{name}out")


def overflows() -> bytes:
    """A graph "bytes" uint8 (1, 64) → "sums" int32 (1, 1): 64 largest bytes times 127 are 2,072,640, where it is right.

    Processors without whole-number products of their own (VNNI, before about 2019) add pairs in 16 bits, which is too
    few; the runtime then has another way, which is exact and slower.
    """
    graph = Graph()
    graph.node("MatMulInteger", ["bytes", graph.tensor("weights", np.full((64, 1), 127, np.int8))], "sums")
    return graph.model([("bytes", "u1", (1, 64))], ("sums", "i4", (1, 1)))
