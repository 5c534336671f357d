"""Who holds a page's copyright: an outlet, the company that owns one, an agency, an address."""

import pytest

from lib.read.copyright import copyright_in
from lib.read.found import AGENCY, COMPANY, STRONG


@pytest.mark.parametrize(
    ("line", "name", "strength"),
    [
        ("© 2022 Bay Herald. All rights reserved.", "Bay Herald", STRONG),
        ("© Copyright 2018 Bay Herald, 215 E. Third St. | Terms of Use", "Bay Herald", STRONG),
        ("Copyright © 2022, The Bay Herald", "The Bay Herald", STRONG),
        ("© 2021 Bay Gulf Media, Inc", "Bay Gulf Media Inc", COMPANY),
        ("©2023 Bay Eagle Network, LLC. All rights reserved.", "Bay Eagle Network LLC", COMPANY),
        ("© Bay Media Group Limited 2020", "Bay Media Group Limited", COMPANY),
        ("© Herald.ie", "herald.ie", STRONG),
        ("© 2022 Bay News Agency", "Bay News Agency", AGENCY),
    ],
)
def test_holders(line: str, name: str, strength: int) -> None:
    found = copyright_in(line)
    assert found is not None
    assert (found.value, found.strength) == (name, strength)
    assert found.evidence in line


@pytest.mark.parametrize("line", ["Copyright © 2022", "All rights reserved", "© 2022 all of this is ours", ""])
def test_no_holder(line: str) -> None:
    assert copyright_in(line) is None
