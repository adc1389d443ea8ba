"""Times `cchc fmt` of 100 plans against ruamel.yaml loading and dumping the same files, in one run.

Usage: python tests/bench/fmt.py
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import make_workspace
from run import SCRIPTS, say, seconds

BY_RUAMEL = """
import io, sys
from ruamel.yaml import YAML
yaml = YAML()
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as stream:
        data = yaml.load(stream)
    yaml.dump(data, io.StringIO())
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, 100)
        files = [str(path) for path in sorted(folder.rglob("*.yaml"))]
        print(f"100 plans, {sum(Path(file).stat().st_size for file in files) / 1e6:.1f} MB")
        ruamel = seconds([sys.executable, "-c", BY_RUAMEL, *files], 1, folder)
        ours = seconds([str(SCRIPTS / "cchc"), "fmt", "--check"], 2, folder)
        say("cchc fmt --check / load and dump by ruamel.yaml", ours / ruamel, 3)
        first = seconds([str(SCRIPTS / "cchc"), "fmt"], 1, folder)
        say("cchc fmt, writing what is not canonical / the same", first / ruamel, 3)


if __name__ == "__main__":
    main()
