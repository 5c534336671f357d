"""``python -m lib.build``: the command. See ``--help``."""

from __future__ import annotations

import sys

from lib.build.command import main

if __name__ == "__main__":
    sys.exit(main())
