"""What a Word file says was printed in it."""

import pytest

from cchc.ooxml.cell_text import digest_of
from cchc.ooxml.print_record import PrintedRow, PrintRecord, property_in, record_as_xml, record_in

RECORD = PrintRecord("p", "00", (PrintedRow("", {"number": "01"}), PrintedRow("a/b", {"content": "02", "ghi-chu": "03"})))


def test_a_record_is_read_as_it_was_written():
    assert record_in({"customXml/item7.xml": record_as_xml(RECORD)}) == RECORD
    assert [row.is_section for row in RECORD.rows] == [True, False]


def test_parts_of_others_are_no_record():
    assert record_in({"customXml/item1.xml": b"<a xmlns='urn:cchc:printed:1'/>", "customXml/item2.xml": b"<b/>"}) is None


def test_a_property_that_is_not_there_is_empty():
    part = b"<Properties><property name='x'><lpwstr>p</lpwstr></property></Properties>"
    assert (property_in({}, "x"), property_in({"docProps/custom.xml": part}, "y")) == ("", "")
    assert property_in({"docProps/custom.xml": part}, "x") == "p"


@pytest.mark.parametrize("again", [("Một  hai", "", "- ba"), ("Một\u00a0hai\n– ba",), ("Một hai ", "•\tba")])
def test_spaces_empty_lines_and_the_sign_of_a_bullet_make_no_difference(again):
    assert digest_of(again) == digest_of(("Một hai", "- ba"))


def test_a_stop_makes_one():
    assert digest_of(("Một hai.",)) != digest_of(("Một hai",))
