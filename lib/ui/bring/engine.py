"""The one door from the app to the engine that reads uploads, opened by the first click that needs it.

    from lib.ui.bring import engine
    engine.understand(files, corpus)                # the first use of a name loads ``lib.bring``, a second or two

Loading it takes the readers of every format along, so neither another page nor the first sight of this one may pay
for it (``tests/ui/test_pages.py`` measures that). The names and their types are in ``engine.pyi``.
"""

from __future__ import annotations

import importlib
from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(importlib.import_module("lib.bring.upload" if name == "pasted" else "lib.bring"), name)
