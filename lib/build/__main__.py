"""``python -m lib.build``: the command. See ``--help``."""

from __future__ import annotations

import os
import sys
from importlib import import_module

if __name__ == "__main__":
    # A story's matrices are small: threads that wait for each other double their cost, and it is read once, at numpy's
    # import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(import_module("lib.build.command").main())
