"""About the data: what was read, left out and assumed."""

from lib.ask.about import about
from lib.ui.about import offer_about, show_about
from lib.ui.frame import open_page

page = open_page("about")
answer = about(page.store)
show_about(page, answer)
offer_about(page, answer)
