"""The known name that a misspelt one was probably meant to be."""

from cchc.checks.nearest import nearest


def test_the_nearest_name() -> None:
    assert nearest("van-phog", ["phong-to-chuc", "van-phong"]) == "van-phong"
    assert nearest("xyz", ["phong-to-chuc", "van-phong"]) == ""
    assert nearest("van-phong", []) == ""


def test_among_many_names() -> None:
    assert nearest("van-phog", [*(f"to-{number}" for number in range(100)), "van-phong"]) == "van-phong"


def test_a_name_too_long_to_compare_is_no_answer() -> None:
    assert nearest("a" * 200, ["a" * 101, "a" * 100]) == "a" * 100
