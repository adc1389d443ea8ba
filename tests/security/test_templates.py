"""A template is rendered in one place, by an environment of ours; whatever else Jinja offers would run what a template says."""

import ast
from pathlib import Path

GUARD = Path(__file__).parents[2] / "cchc" / "render" / "word" / "guard.py"
PACKAGE = GUARD.parents[2]


def calls(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_templates_are_rendered_by_the_guard_alone_and_only_from_its_own_environment():
    rendering = {
        path.relative_to(PACKAGE).as_posix(): [call for call in calls(path) if ".from_string(" in call]
        for path in PACKAGE.rglob("*.py")
    }
    assert {name for name, found in rendering.items() if found} == {"render/word/guard.py", "render/word/language.py"}
    made = [call for call in calls(GUARD) if call.startswith("TemplateEnvironment(")]
    assert len(made) == 3
    used = {call.partition(".from_string")[0].rpartition("(")[2] for call in rendering["render/word/guard.py"]}
    assert {name.rpartition(" ")[2] for name in used} == {"environment"}
    assert rendering["render/word/language.py"] == ["super().from_string(tree, *arguments, **options)"]


def test_no_module_names_what_runs_without_our_environment():
    names = ("docxtpl", "get_undeclared_template_variables", "jinja2.Template(", "Environment()", "import Template\n")
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert [(file, name) for file, text in texts.items() for name in names if name in text] == []
