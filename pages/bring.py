"""Add articles: paste, drop or fetch them, see what was understood, correct it, keep it."""

from lib.ui import permissions
from lib.ui.bring import show_bring, show_why_not
from lib.ui.frame import open_page

page = open_page("bring")
if permissions.may("add"):
    show_bring(page)
else:
    show_why_not()
