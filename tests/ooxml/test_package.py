"""Packages of Office: what is in them, and which are not read."""

import io
import zipfile

import pytest

from cchc.ooxml.package import (
    Limits,
    PackageFault,
    content_types,
    main_part,
    parse_part,
    read_package,
    relationships,
)
from cchc.ooxml.task_marks import bookmark_name

LIMITS = Limits(file=10_000, inflated=2_000, xml=1_000)
TYPES = '<Types><Default Extension="XML" ContentType="text/xml"/><Override PartName="/a/b.xml" ContentType="{}"/></Types>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="a/b.xml"/>{}</Relationships>'


def packed(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": TYPES.format(MAIN), **parts}.items():
            archive.writestr(name, content)
    return target.getvalue()


def fault(data: bytes, limits: Limits = LIMITS) -> tuple[str, str, str, str]:
    """Return code, part, reason and limit of what is wrong with a package."""
    with pytest.raises(PackageFault) as caught:
        read_package(data, limits)
    return caught.value.code, caught.value.part, caught.value.reason, caught.value.limit


def test_parts_come_by_name():
    assert read_package(packed(**{"a/b.xml": "<x/>"}), LIMITS)["a/b.xml"] == b"<x/>"


def test_each_limit_is_held():
    assert fault(bytes(10_001)) == ("too-large", "", "", "0 MB")
    assert fault(packed(**{"b.bin": "x" * 2_001}))[:2] == ("too-large", "b.bin")
    assert fault(packed(**{"b.xml": "x" * 1_001}))[:2] == ("too-large", "b.xml")
    assert fault(packed(**{"b.bin": "x" * 1_500, "c.bin": "x" * 400}))[:2] == ("too-large", "c.bin")


def test_what_is_no_package_says_what_it_seems_to_be():
    assert fault(b"") == ("not-word", "", "empty", "")
    assert fault(b"\xd0\xcf\x11\xe0")[2] == "old-or-locked"
    assert fault(b"PK")[2] == ""


def test_an_entry_with_a_password_is_refused():
    data = bytearray(packed(**{"b.xml": "<x/>"}))
    at = data.index(b"PK\x01\x02")  # the first entry of the directory; its flags are the ninth and tenth byte
    data[at + 8] |= 1
    assert fault(bytes(data)) == ("unsafe-part", "[Content_Types].xml", "archive", "")


def test_types_are_told_by_name_and_by_ending():
    parts = read_package(packed(**{"a/b.xml": "<x/>", "c.xml": "<x/>", "d.bin": ""}), LIMITS)
    assert content_types(parts) == {"[Content_Types].xml": "text/xml", "a/b.xml": MAIN, "c.xml": "text/xml", "d.bin": ""}


def test_relationships_are_resolved_and_never_leave_the_package():
    outside = '<Relationship Id="r2" Type="http://x/image" Target="../../../etc/passwd"/>'
    linked = '<Relationship Id="r3" Type="hyperlink" Target="http://x.invalid" TargetMode="External"/>'
    parts = read_package(packed(**{"_rels/.rels": RELATIONS.format(outside + linked)}), LIMITS)
    assert relationships(parts, "") == [
        ("r1", "officeDocument", "a/b.xml", False),
        ("r2", "image", "etc/passwd", False),
        ("r3", "hyperlink", "http://x.invalid", True),
    ]
    assert relationships(parts, "a/b.xml") == []


def test_the_main_part_is_of_the_kind_that_is_asked_for():
    parts = read_package(packed(**{"a/b.xml": "<x/>", "_rels/.rels": RELATIONS.format("")}), LIMITS)
    assert main_part(parts) == "a/b.xml"
    with pytest.raises(PackageFault) as caught:
        main_part(parts, ("another",))
    assert caught.value.code == "not-word"


@pytest.mark.parametrize(
    "content", [b"<a", b"<a>&x;</a>", b"<a/>" * 2, '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")]
)
def test_a_part_that_is_not_well_formed_or_in_another_encoding_is_refused(content):
    with pytest.raises(PackageFault) as caught:
        parse_part("a.xml", content)
    assert caught.value.code == "unsafe-part"


def test_the_hidden_name_of_a_task_tells_long_ids_apart():
    assert bookmark_name("ra-soat") == "_cchc_ra_soat"
    assert len({bookmark_name("x" * 60 + end) for end in "abc"}) == 3
