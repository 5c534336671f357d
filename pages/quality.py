"""Quality: how often the charts are right, as the last measurement found it."""

from lib.ask.quality import quality
from lib.ui.frame import open_page
from lib.ui.quality import REPORT, offer_figures, show_quality

page = open_page("quality")
answer = quality(REPORT)
show_quality(answer)
offer_figures(page, answer)
