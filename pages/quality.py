"""Quality: how often the charts are right, as the last measurement found it."""

from lib.ask.quality import quality
from lib.ui.frame import open_page
from lib.ui.quality import REPORT, show_quality

page = open_page("quality")
show_quality(quality(REPORT))
