"""Work that may take long, in a thread of its own; the page draws how far it is and can ask it to stop.

job = Job("Reading", lambda job: understand(files, said=job.say, stop=job.stop.is_set))
job.is_done, job.result, job.error
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from lib.ui.bring import engine

Result = TypeVar("Result")
#: Seconds for which a thread may keep Python's lock while others wait. A page asks the engine many short questions and
#: waits for the lock after each: with Python's own 5 ms other visitors stood still until the reading was done.
SHARE = 0.0002


class Job(Generic[Result]):
    """One piece of work. It never touches Streamlit; what it says is read by whoever draws it."""

    def __init__(self, doing: str, work: Callable[[Job[Result]], Result], n_files: int = 0) -> None:
        self.doing = doing
        self.n_files = n_files
        self.n_begun = 0
        self.stop = threading.Event()
        self.n = 0
        self.name = ""
        self.step: engine.Step | None = None
        self.result: Result | None = None
        self.error = ""
        self._began = time.monotonic()
        sys.setswitchinterval(SHARE)
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[Job[Result]], Result]) -> None:
        try:
            self.result = work(self)
        except OSError as error:
            self.error = f"A file or folder could not be used: {error}"
        except MemoryError:
            self.error = "There is not enough memory for that much at once: bring it in several parts."
        except Exception as error:  # a thread's exception would be seen by nobody
            self.error = f"That did not work: {type(error).__name__}: {error}"

    def say(self, n: int, name: str) -> None:
        """How many articles were read so far, and of which file."""
        self.n_begun += name != self.name
        self.n, self.name = n, name

    def at(self, step: engine.Step) -> None:
        """How far a build is."""
        self.step = step

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()
