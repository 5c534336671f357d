"""Several changes as one: the mean of their products, in a file that the encoder reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lib.relate.adapter import adapted
from lib.training.saving import Changes, save


def _change(seed: int) -> Changes:
    chance = np.random.default_rng(seed)
    sizes = {"0.A": (5, 2), "0.B": (2, 4), "0.bias": (4,)}
    return {name: chance.normal(size=size).astype(np.float32) for name, size in sizes.items()}


def test_what_is_written_is_the_mean_of_the_changes(tmp_path: Path) -> None:
    several = [_change(seed) for seed in range(3)]
    save(several, tmp_path / "adapter.npz")
    with np.load(tmp_path / "adapter.npz") as found:
        product = found["0.A"].astype(np.float32) @ found["0.B"].astype(np.float32)
        assert found["0.A"].shape == (5, 6)
        assert np.allclose(product, np.mean([one["0.A"] @ one["0.B"] for one in several], axis=0), atol=0.02)
        assert np.allclose(found["0.bias"], np.mean([one["0.bias"] for one in several], axis=0), atol=0.01)


def test_the_encoder_reads_what_is_written(tmp_path: Path) -> None:
    save([_change(0)], tmp_path / "adapter.npz")
    tensors = {"m_q": np.zeros((5, 4), np.int8), "m_scale": np.ones((1, 4), np.float32), "b": np.zeros(4, np.float32)}
    found = adapted(tensors, [("m", "b")], tmp_path / "adapter.npz")
    assert np.allclose(found["m_q"] * found["m_scale"], _change(0)["0.A"] @ _change(0)["0.B"], atol=0.05)
