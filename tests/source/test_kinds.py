"""Which kind of file a text is, told by its keys."""

import pytest

from cchc.source.kinds import kind_by_contents


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"units: {}\n", "units-file"),
        (b"types: {}\nevents: []\n", "events-file"),
        (b"days: []\n", "calendar-file"),
        (b"id: p\ntitle: T\nyear: 2025\n", "plan"),
        (b"completions: []\n", "progress-file"),
        (b"format: 1\n", "settings"),
        (b"title: T\ntasks: []\n", None),  # a plan or a section
        (b"foreign: 1\n", None),
        (b"- a\n", None),
        (b"{}\n", None),
        (b"", None),
        (b"\xff\xfe", None),
    ],
)
def test_a_kind_is_told_where_only_one_has_all_the_keys(text, kind):
    assert kind_by_contents(text) == kind
