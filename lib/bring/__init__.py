"""What the page "Bring articles" does, without Streamlit: understand uploads, let a person correct them, keep, build.

    preview = understand([Upload("news.csv", data)], corpus)
    preview = preview.changed(3, Changes(title="Talks open"))
    summary = keep(preview, corpus, progress=lambda step: …, cancel=lambda: False)
    returns_to(corpus, summary.before)         # the build that was current before

Calls block; a page runs ``keep`` in a thread and draws the last ``Step``. The build itself is another process.
"""

from lib.bring.building import Step, Summary
from lib.bring.changes import Changes
from lib.bring.generations import Kept, generations_of, returns_to
from lib.bring.keeping import keep
from lib.bring.paste import split_paste
from lib.bring.preview import Preview, Understood
from lib.bring.understanding import columns_of_upload, understand
from lib.bring.upload import Upload, limits_in_words

__all__ = [
    "Changes", "Kept", "Preview", "Step", "Summary", "Understood", "Upload", "columns_of_upload", "generations_of",
    "keep", "limits_in_words", "returns_to", "split_paste", "understand",
]  # fmt: skip
