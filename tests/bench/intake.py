"""Times reading a Word file of 1,000 rows against python-docx reading the same cells, and its growth, in one run.

Usage: python tests/bench/intake.py
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from render import make_plan
from run import SCRIPTS, say, seconds

BY_DOCX = """
import sys
import docx
for table in docx.Document(sys.argv[1]).tables:
    print(sum(len(cell.text) for row in table.rows for cell in row.cells))
"""
BY_US = """
import sys
from pathlib import Path
from cchc.intake import read_source
for table in read_source(sys.argv[1], Path(sys.argv[1]).read_bytes()).tables:
    print(sum(len(cell.text) for row in table.rows for cell in row.cells))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in (1_000, 4_000):
            plan = make_plan(folder / str(rows), rows)
            render = [str(SCRIPTS / "cchc"), "render", str(folder / f"{rows}.docx")]
            subprocess.run(render, cwd=plan, check=True, capture_output=True)
        print("1,000 and 4,000 rows")
        ours = seconds([sys.executable, "-c", BY_US, "1000.docx"], 5, folder)
        theirs = seconds([sys.executable, "-c", BY_DOCX, "1000.docx"], 5, folder)
        say("reading 1,000 rows / python-docx reading the same cells", ours / theirs, 1.5)
        many = seconds([sys.executable, "-c", BY_US, "4000.docx"], 3, folder)
        say("reading 4,000 rows / 1,000 rows", many / ours, 4.4)
        say("peak memory in MB", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 300)
        print(f"  ours {ours:.2f} s, python-docx {theirs:.2f} s")


if __name__ == "__main__":
    main()
