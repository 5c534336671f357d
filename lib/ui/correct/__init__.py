"""Corrections on the page: the forms, what each would change, the log, and the links that open a form filled in."""
