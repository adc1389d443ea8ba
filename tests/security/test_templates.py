"""docxtpl is asked for two things, both with our environment; all else it offers would run what a template says."""

import ast
from pathlib import Path

GUARD = Path(__file__).parents[2] / "cchc" / "render" / "word" / "guard.py"
PACKAGE = GUARD.parents[1]


def test_engine_is_made_empty_and_only_patches_and_renders_a_part():
    tree = ast.parse(GUARD.read_text(encoding="utf-8"))
    calls = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call for call in calls if call.startswith("DocxTemplate")] == ["DocxTemplate(b'')"]
    assert sorted(call for call in calls if call.startswith("engine.")) == [
        "engine.patch_xml(xml)",
        "engine.render_xml_part(engine.patch_xml(xml), None, context, environment)",
    ]


def test_no_module_names_what_docxtpl_runs_without_an_environment():
    names = (
        "get_undeclared_template_variables",
        "build_url_id",
        "jinja2.Template(",
        "Environment()",
    )
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert [(file, name) for file, text in texts.items() for name in names if name in text] == []
