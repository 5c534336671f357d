"""From the command line to an exit code: what is printed when a build ends well, badly or early."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Sequence

from lib.build.lock import CorpusBusyError
from lib.build.options import Options, parse_options
from lib.build.progress import Progress
from lib.build.reporting import JsonProgress, emit, emit_built
from lib.build.run import NothingUsableError, build
from lib.build.summary import describe, describe_problems
from lib.generation import NoGenerationError, current

BUILT, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one build; 0 built, 1 failed, 2 refused, 130 stopped by hand."""
    options = parse_options(arguments)
    if options.progress == "json":
        # A program that cancels sends SIGTERM; it ends a build as a hand on the keyboard does.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with JsonProgress() if options.progress == "json" else Progress(quiet=options.quiet) as progress:
            summary = build(options, progress)
    except CorpusBusyError as busy:
        return _say(str(busy), REFUSED, options)
    except NothingUsableError as nothing:
        lines = ["no article could be used, so nothing was built", *describe_problems(nothing.problems, built=False)]
        return _say("\n".join([*lines, _kept(options)]), FAILED, options)
    except KeyboardInterrupt:
        return _say(
            f"stopped. Articles parsed so far are kept for the next build. {_kept(options)}", INTERRUPTED, options
        )
    except (ValueError, OSError) as error:
        return _say(f"the build failed: {error}\n{_kept(options)}", FAILED, options)
    except Exception:  # a fault of ours: whoever reports it needs the traceback
        traceback.print_exc()
        return _say(f"the build failed; please report the lines above.\n{_kept(options)}", FAILED, options)
    if options.progress == "json":
        emit_built(summary)
    else:
        print(describe(summary))
    return BUILT


def _kept(options: Options) -> str:
    try:
        return f"The last good build is still in place: {current(options.into)}"
    except NoGenerationError:
        return "To see what can be read, type: python -m lib.build --help"


def _say(words: str, code: int, options: Options) -> int:
    if options.progress == "json":
        emit(state={REFUSED: "refused", INTERRUPTED: "stopped"}.get(code, "failed"), words=words)
    print(f"python -m lib.build: {words}", file=sys.stderr)
    return code
