"""README.md: every command prints what it shows."""


def test_every_command_prints_what_the_readme_shows(documents, follow) -> None:
    assert follow(documents["README.md"]) > 8


def test_the_two_commands_come_before_anything_else_to_do(repository) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    first_block = text.split("```")[1]
    assert "make demo" in first_block
    assert "make test" in first_block


def test_its_pictures_are_there_and_small(repository) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    for name in ("docs/images/due-week.png", "docs/images/appendix-page.png"):
        assert f"]({name})" in text
        assert (repository / name).stat().st_size < 300_000
