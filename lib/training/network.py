"""MiniLM in torch with a low-rank change to each matrix that can be learnt; the rest stays as it is.

    network = Network(package_model.read_bytes(), rank=8)
    network.encode(["Talks were held in Geneva."])      # float32 tensor, (1, 384), unit length
    save([network.changes()], path)                     # lib.training.saving

bfloat16, which newer processors multiply four times as fast; what is learnt is kept in float32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer
from torch.nn import functional

from lib.relate.encoder import MOST_TOKENS, VOCABULARY
from lib.relate.minilm import HEADS, LAYERS, MATRICES, WIDTH, read_minilm
from lib.training.saving import Changes

_BATCH = 32
_EPSILON = 1e-12
_MASKED = -1e4
#: torch has no types here.
Tensor = Any


class Network:
    """``learnt`` holds A, B and bias of each matrix, as ``lib.relate.adapter`` names them."""

    def __init__(self, content: bytes, rank: int) -> None:
        tensors, self._names = read_minilm(content)
        self._fixed: dict[str, Tensor] = {}
        for name, array in tensors.items():
            if name.endswith("_q"):
                whole = array.astype(np.float32) * tensors[f"{name[:-2]}_scale"]
                self._fixed[name[:-2]] = torch.tensor(whole).bfloat16()
            elif array.dtype == np.float32:
                self._fixed[name] = torch.tensor(array).bfloat16()
        self._pieces = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._pieces.enable_truncation(MOST_TOKENS)
        self.learnt: dict[str, Tensor] = {}
        for number, (matrix, _) in enumerate(self._names):
            inputs, outputs = self._fixed[matrix].shape
            # B begins at nought, so the network begins as it is.
            self.learnt[f"{number}.A"] = (torch.randn(inputs, rank) / math.sqrt(inputs)).requires_grad_()
            self.learnt[f"{number}.B"] = torch.zeros(rank, outputs).requires_grad_()
            self.learnt[f"{number}.bias"] = torch.zeros(outputs).requires_grad_()

    def encode(self, texts: Sequence[str], drop: float = 0.0) -> Tensor:
        """Unit vectors (n, 384); ``drop`` is the share of each change's inputs that is left out, while learning."""
        tokens = [pieces.ids for pieces in self._pieces.encode_batch(list(texts))]
        order = sorted(range(len(tokens)), key=lambda n: len(tokens[n]))
        found: list[Tensor] = [None] * len(tokens)
        for at in range(0, len(order), _BATCH):
            some = order[at : at + _BATCH]
            length = max(len(tokens[n]) for n in some)
            ids = torch.tensor([tokens[n] + [0] * (length - len(tokens[n])) for n in some])
            there = torch.tensor([[1.0] * len(tokens[n]) + [0.0] * (length - len(tokens[n])) for n in some])
            for n, vector in zip(some, self._run(ids, there, drop), strict=True):
                found[n] = vector
        return torch.stack(found)

    def changes(self) -> Changes:
        """What was learnt, as float32."""
        return {name: value.detach().numpy().copy() for name, value in self.learnt.items()}

    def _run(self, ids: Tensor, there: Tensor, drop: float) -> Tensor:
        at = "inner.embeddings."
        known = self._fixed
        rows = known[f"{at}word_embeddings.weight"][ids] + known[f"{at}position_embeddings.weight"][: ids.shape[1]]
        rows = self._norm(rows + known[f"{at}token_type_embeddings.weight"][0], f"{at}LayerNorm")
        masked = ((1 - there) * _MASKED)[:, None, None, :].bfloat16()
        for layer in range(LAYERS):
            rows = self._layer(layer, rows, masked, drop)
        mean = (rows.float() * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        return functional.normalize(mean, dim=1)

    def _layer(self, layer: int, rows: Tensor, masked: Tensor, drop: float) -> Tensor:
        sentences, tokens, _ = rows.shape
        at = f"inner.encoder.layer.{layer}."

        def product(part: int, what: Tensor) -> Tensor:
            return self._product(layer * MATRICES + part, what, drop)

        query, key, value = (
            product(part, rows).view(sentences, tokens, HEADS, WIDTH // HEADS).transpose(1, 2) for part in range(3)
        )
        seen = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + masked, -1) @ value
        seen = seen.transpose(1, 2).reshape(sentences, tokens, WIDTH)
        rows = self._norm(rows + product(3, seen), f"{at}attention.output.LayerNorm")
        inner = functional.gelu(product(4, rows))
        return self._norm(rows + product(5, inner), f"{at}output.LayerNorm")

    def _product(self, number: int, rows: Tensor, drop: float) -> Tensor:
        matrix, bias = self._names[number]
        a, b, shift = (self.learnt[f"{number}.{part}"] for part in ("A", "B", "bias"))
        if drop:
            a = a * (torch.rand(len(a), 1) >= drop) / (1 - drop)
        change = rows @ a.bfloat16() @ b.bfloat16() + shift.bfloat16()
        return rows @ self._fixed[matrix] + self._fixed[bias] + change

    def _norm(self, rows: Tensor, name: str) -> Tensor:
        weight, bias = self._fixed[f"{name}.weight"], self._fixed[f"{name}.bias"]
        return functional.layer_norm(rows, (WIDTH,), weight, bias, _EPSILON)
