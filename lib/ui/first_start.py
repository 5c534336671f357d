"""A fresh clone or a fresh host has no corpus yet: build the sample, once, in another process.

The app itself never parses: it runs the same command as a person would, and opens what that wrote.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import streamlit as st

HOME = Path(__file__).resolve().parents[2]
SAMPLE = HOME / "data" / "sample"
#: A build of the sample takes half a minute; ten times that means that something is wrong.
PATIENCE = 300


def build_sample() -> str:
    """Build ``data/sample`` while the visitor waits. Returns '' when it is there, else what went wrong."""
    if not SAMPLE.is_dir():
        return "there is no sample corpus in data/sample"
    with st.spinner("Building the sample corpus: about half a minute, only this once …"):
        return _build()


@st.cache_resource(show_spinner=False, ttl=60)
def _build() -> str:
    """One build for all who wait; a failure is tried again after a minute."""
    command = [sys.executable, "-m", "lib.build", str(SAMPLE), "--into", "data/built/sample", "--quiet"]
    try:
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"the build did not end within {PATIENCE} seconds"
    return "" if done.returncode == 0 else (done.stderr.strip() or done.stdout.strip())[-2000:]
