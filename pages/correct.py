"""Corrections: what was read wrongly, and who put it right."""

from lib.ui.correct.log import show_log
from lib.ui.correct.page import show_forms
from lib.ui.frame import open_page

page = open_page("correct")
show_forms(page)
show_log(page)
