"""The log as it may be shown to anybody: an e-mail address stands as "editor 1", the same number for the same address.

without_addresses(read(corpus)).lines[0].who        # 'editor 1' instead of 'ada@example.org'

Addresses are kept because sign-in vouches for them; they are for those who correct, not for every visitor. A name that
somebody typed stays.
"""

from __future__ import annotations

from dataclasses import replace

from lib.corrections.log import Log


def without_addresses(log: Log) -> Log:
    """The same lines with no address in ``who`` and ``imported_by``; lines that cannot be read are left out.

    Editors are numbered as they come in the log, so that a number stays whoever's it is when lines are added.
    """
    numbers: dict[str, str] = {}

    def shown(who: str) -> str:
        return numbers.setdefault(who.strip().casefold(), f"editor {len(numbers) + 1}") if "@" in who else who

    return Log(tuple(replace(line, who=shown(line.who), imported_by=shown(line.imported_by)) for line in log.lines))
