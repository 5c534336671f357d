"""A second build says who is at work; a dead one blocks nobody."""

import os
import signal
import subprocess
import sys

import pytest

from lib.build.lock import CorpusBusyError, hold

HOLD = """
import sys, time
from pathlib import Path
from lib.build.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_is_told_who_holds_it(tmp_path):
    with hold(tmp_path / "mine"), pytest.raises(CorpusBusyError, match=f"mine.*process {os.getpid()}, since 20"):
        hold(tmp_path / "mine").__enter__()
    with hold(tmp_path / "mine"):
        pass


def test_a_killed_holder_blocks_nobody(tmp_path):
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    with pytest.raises(CorpusBusyError, match=str(other.pid)):
        hold(tmp_path).__enter__()
    other.send_signal(signal.SIGKILL)
    other.wait()
    other.stdout.close()
    with hold(tmp_path):
        pass
