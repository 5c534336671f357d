"""About the data: what was read, left out and assumed."""

from lib.ask.about import about
from lib.ui.about import show_about
from lib.ui.frame import open_page

page = open_page("about")
show_about(page, about(page.store))
