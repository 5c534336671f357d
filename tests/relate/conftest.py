"""What several files of this room need."""

from __future__ import annotations

import pytest

from lib.relate.vectors import Vectors


@pytest.fixture(scope="module", params=["meaning", "words"])
def vectors(request, tmp_path_factory):
    if request.param == "words":
        return None
    assert Vectors.available(), "the sentence model is in the lock: an environment without it is broken"
    return Vectors(tmp_path_factory.mktemp("vectors"))
