"""Mentions written by hand: ``text("a", "Ida Marsh/PERSON ... Marsh/PERSON")``."""

from __future__ import annotations

from lib.schema import Mention


def mention(article: str, start: int, form: str, label: str, role: str = "name", method: str = "ner") -> Mention:
    return Mention(article, 0, start, start + len(form), form, label, "", role, method, 0.9)


def article(article_id: str, *forms: str) -> list[Mention]:
    """One mention each 'form/LABEL' or 'form/LABEL/role', a hundred code points apart."""
    rows = []
    for number, form in enumerate(forms):
        text, label, *role = form.split("/")
        rows.append(mention(article_id, number * 100, text, label, role[0] if role else "name"))
    return rows
