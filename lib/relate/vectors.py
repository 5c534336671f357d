"""Sentence vectors: all-MiniLM-L6-v2 (int8 ONNX), kept by sentence hash: a rebuild encodes only what is new."""

from __future__ import annotations

from pathlib import Path


class Vectors:
    """Sentence → vector, kept in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
