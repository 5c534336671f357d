"""One reader a format: a file → ``RawArticle``s or ``Problem``s; one bad file never stops the others."""

from lib.read.expand import expand
from lib.read.raw import RawArticle
from lib.read.registry import READERS, read

__all__ = ["READERS", "RawArticle", "expand", "read"]
