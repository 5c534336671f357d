"""``python -m lib.quality``: one command, one report."""

import sys

from lib.quality.command import main

if __name__ == "__main__":
    sys.exit(main())
