"""What was learnt of same statements, added to a model: that it is used, what it does, and files that do not fit."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import numpy as np
import pytest

from lib.relate.adapter import AdapterError, adapted
from lib.relate.encoder import ADAPTER, Encoder, VectorsMissingError
from lib.training.digest import digest

TRAINING = Path(__file__).resolve().parents[2] / "data" / "training"
PLEDGE = "The minister promised on Monday that the harbour would reopen within a week."
SAME = "Ships would be let into the port again in seven days, the minister pledged."
TOPIC = "The minister said on Monday that the harbour had lost a third of its trade in a year."


def _written(path: Path, **arrays: object) -> Path:
    content = io.BytesIO()
    np.savez(content, **{name.replace("_", "."): np.asarray(value, np.float16) for name, value in arrays.items()})
    path.write_bytes(content.getvalue())
    return path


def test_a_change_is_added_and_made_whole_numbers_again(tmp_path: Path) -> None:
    tensors = {
        "m_q": np.array([[10, -127], [127, 0]], np.int8), "m_scale": np.array([[0.5, 0.25]], np.float32),
        "b": np.array([1.0, 2.0], np.float32), "other": np.ones(1, np.float32),
    }  # fmt: skip
    path = _written(tmp_path / "a.npz", **{"0_A": [[1.0], [2.0]], "0_B": [[4.0, 0.0]], "0_bias": [0.5, -1.0]})
    found = adapted(tensors, [("m", "b")], path)
    expected = np.array([[10 * 0.5 + 4, -127 * 0.25], [127 * 0.5 + 8, 0]])
    assert np.allclose(found["m_q"] * found["m_scale"], expected, atol=float(found["m_scale"].max()) / 2)
    assert found["m_q"].dtype == np.int8
    assert np.abs(found["m_q"].astype(int)).max(axis=0).tolist() == [127, 127]
    assert found["b"].tolist() == [1.5, 1.0]
    assert found["other"] is tensors["other"]
    assert tensors["m_q"][0, 0] == 10


def test_a_column_of_noughts_stays(tmp_path: Path) -> None:
    tensors = {"m_q": np.zeros((2, 1), np.int8), "m_scale": np.ones((1, 1), np.float32), "b": np.zeros(1, np.float32)}
    path = _written(tmp_path / "a.npz", **{"0_A": [[0.0], [0.0]], "0_B": [[0.0]], "0_bias": [0.0]})
    found = adapted(tensors, [("m", "b")], path)
    assert (found["m_q"] == 0).all()
    assert np.isfinite(found["m_scale"]).all()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_file_that_does_not_fit_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.npz"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"broken\.npz is not what was learnt"):
        adapted({}, [("m", "b")], path)
    with pytest.raises(VectorsMissingError, match="restore it in data/models, or run make train"):
        Encoder(adapter=path)


def test_a_file_for_another_model_is_a_clear_error(tmp_path: Path) -> None:
    path = _written(tmp_path / "other.npz", **{"0_A": np.ones((3, 1)), "0_B": np.ones((1, 3)), "0_bias": np.ones(3)})
    with pytest.raises(VectorsMissingError, match=r"other\.npz is not what was learnt for this model"):
        Encoder(adapter=path)
    with pytest.raises(VectorsMissingError, match=r"none\.npz .* is missing"):
        Encoder(adapter=tmp_path / "none.npz")


def test_an_array_of_another_size_is_not_stretched(tmp_path: Path) -> None:
    tensors = {"m_q": np.ones((2, 3), np.int8), "m_scale": np.ones((1, 3), np.float32), "b": np.zeros(3, np.float32)}
    path = _written(tmp_path / "a.npz", **{"0_A": [[1.0], [1.0]], "0_B": [[1.0]], "0_bias": [1.0]})
    with pytest.raises(AdapterError, match="another size"):
        adapted(tensors, [("m", "b")], path)


def test_what_was_learnt_tells_a_statement_from_its_topic() -> None:
    general, ours = Encoder(adapter=None), Encoder()
    assert general.digest != ours.digest

    def lead(encoder: Encoder) -> float:
        pledge, same, topic = encoder.encode([PLEDGE, SAME, TOPIC])
        return float(pledge @ same - pledge @ topic)

    assert lead(ours) > lead(general) + 0.1 > 0.1


def test_the_adapter_is_the_one_that_is_told_of_and_raised_what_was_left_out() -> None:
    about = json.loads(ADAPTER.with_suffix(".json").read_text(encoding="utf-8"))
    assert about["adapter"] == hashlib.sha256(ADAPTER.read_bytes()).hexdigest()
    assert about["events"] == len(list(TRAINING.glob("*/*.txt")))
    assert about["texts"] == digest(TRAINING), "the texts were changed after learning: make train, or take it back"
    assert about["left_out"]["after"] > about["left_out"]["before"] + 0.05
