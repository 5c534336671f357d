"""Adding articles: limits, stages and work in the background, as the page says them."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from lib.bring import Step, limits_in_words
from lib.read.columns import TABLES as TABLE_READERS
from lib.read.limits import MEGABYTE, UPLOAD
from lib.ui.bring import columns as bring_columns
from lib.ui.bring import reading as bring_reading
from lib.ui.bring.inputs import FORMATS
from lib.ui.bring.job import SHARE, Job
from lib.ui.bring.progress import say_doing
from tests.ui.bringing import PAGE, words
from tests.ui.driving import ROOT, open_page

pytestmark = pytest.mark.usefixtures("built")


def test_the_limits_on_the_page_are_those_of_the_engine() -> None:
    said = dict(limits_in_words())
    assert said["one file of many articles"] == f"{bring_reading.MOST_MB} MB"
    assert UPLOAD.file_bytes == bring_reading.MOST_MB * MEGABYTE
    at = open_page(PAGE, corpus="small")
    assert (
        f"At most {bring_reading.MOST_MB} MB a file, {said['one file of one article']} a file of one article"
        in words(at)
    )
    assert "WARC" in FORMATS
    assert tuple(suffix for suffixes, _ in TABLE_READERS for suffix in suffixes) == bring_columns.TABLES


def test_the_first_sight_of_the_page_does_not_load_the_engine() -> None:
    run = (
        "import sys; from tests.ui.driving import open_page; at = open_page('pages/bring.py'); assert not at.exception;"
        "assert at.text_area; print([m for m in ('lib.bring', 'lib.read', 'trafilatura', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_a_stage_is_said_in_a_readers_words() -> None:
    assert say_doing(None) == "Getting ready"
    assert say_doing(Step("linking mentions", 0.8, None)) == "Linking names to people, bodies and places"
    assert say_doing(Step("a new stage", 0.8, None)) == "A new stage"


def test_work_that_fails_says_so() -> None:
    def work(job: Job[int]) -> int:
        raise ValueError("no such thing")

    job = Job("Trying", work)
    while not job.is_done:
        time.sleep(0.01)
    assert (job.result, job.error) == (None, "That did not work: ValueError: no such thing")


def test_a_job_shares_the_lock_with_other_visitors() -> None:
    Job("Reading", lambda job: None)
    assert sys.getswitchinterval() == pytest.approx(SHARE)
