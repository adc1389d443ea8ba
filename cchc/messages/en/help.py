"""Texts of `--help`, in English."""

HELP = {
    "app": "Administrative-reform plans as YAML in git: checked, due days counted, appendix printed.",
    "options": "Options",
    "arguments": "Arguments",
    "commands": "Commands",
    "required": "(required)",
    "usage": "Usage:",
    "help": "Print this help.",
    "version": "Print the version.",
    "root": "The workspace (it holds cchc.yaml); by default the nearest one from here upwards.",
    "lang": "Language: vi or en.",
    "output": "Write the result to a file instead of the screen.",
    "plan": "Id of the plan.",
    "metavar/options": "[OPTIONS]",
    "metavar/command": "COMMAND [ARGS]...",
    "install-completion": "Install completion for the shell in use.",
    "show-completion": "Print the completion script, to copy or change it.",
    "validate": "Check every plan; change nothing.\n\nExamples:\n\n\b\n"
    "  cchc validate\n  cchc validate plans/snv-2025 --strict\n  cchc validate --format json\n"
    "  cchc validate --format sarif --output cchc.sarif",
    "validate/paths": "Files or folders to check; by default the whole workspace.",
    "validate/format": "text, json; github, gitlab, sarif or junit for CI services.",
    "validate/strict": "Warnings fail too.",
    "due": "List what is overdue and what falls due in a window.\n\nExamples:\n\n\b\n"
    "  cchc due\n  cchc due --month --unit van-phong\n  cchc due --as-of 2025-06-02 --format json\n"
    "  cchc due --month --format ics --output due.ics",
    "due/week": "This week, Monday to Sunday (the default).",
    "due/month": "This month.",
    "due/quarter": "This quarter.",
    "due/year": "This year.",
    "due/next": "The next N days.",
    "due/from": "From this day.",
    "due/to": "To this day.",
    "due/overdue": "List what is overdue, or not.",
    "due/unit": "Only tasks of this unit.",
    "due/role": "Role of the unit: lead, coordinating, any.",
    "due/status": "Only items of this status (may be repeated).",
    "due/sample": "Use sample data, or not.",
    "due/all": "List every occurrence of the plans.",
    "due/format": "table, json, md (tables for GitHub), csv (Excel) or ics (calendars).",
    "due/fail-overdue": "Exit with 1 when something is overdue.",
    "due/if": "Suppose an event: TYPE=DAY (may be repeated).",
    "due/known": "Use only days off announced by the day of --as-of.",
    "due/as-of": "Take this day for today.",
    "render": "Print the appendix to a file; its ending chooses the format.\n\nExamples:\n\n\b\n"
    "  cchc render appendix.docx\n  cchc render appendix.docx --plan snv-2025\n  cchc render appendix.xlsx\n"
    "  cchc render appendix.html\n  cchc render appendix.csv\n"
    "  cchc render appendix.docx --rev HEAD",
    "render/out": "The file to write: .docx, .pdf (needs LibreOffice), .html, .xlsx, .csv, .md or .json.",
    "render/template": "A Word template in place of appendix.docx: a path, or progress.docx (how each task stands).",
    "render/rev": "Print it as it stood at this git revision: the id of a commit, a tag, a branch, HEAD~1.",
    "render/check": "Write nothing; end with status 1 if the file differs from what would be written.",
    "docx": "Work on Word files.",
    "docx check": "Check a Word file against the layout of Decree 30/2020/NĐ-CP.\n\nExamples:\n\n\b\n"
    "  cchc docx check templates/appendix.docx\n  cchc docx check templates/appendix.docx --format json",
    "docx check/file": "The .docx to check.",
    "docx check/format": "text or json.",
    "explain": "Explain the due days of a task, a wording of a deadline, or the code of a message.\n\nExamples:\n\n\b\n"
    '  cchc explain B.II.3 --as-of 2025-06-02\n  cchc explain --wording "Trước ngày 15/12" --year 2025\n'
    "  cchc explain --code number-gap",
    "explain/task": "The task: its id, plan/id, or the number printed in the appendix.",
    "explain/wording": "A wording of a deadline, to be read as a rule.",
    "explain/year": "The plan's year, for days without one.",
    "explain/part": "Only this part of the task.",
    "explain/occurrence": "Only this occurrence.",
    "explain/format": "text or json.",
    "explain/code": "The code to explain.",
    "calendar": "Show the days off of a year, the exchanged days, and where each comes from.\n\nExamples:\n\n\b\n"
    "  cchc calendar\n  cchc calendar 2026 --as-of 2025-12-01 --known\n  cchc calendar 2025 --format json",
    "calendar/year": "The year, 2000 to 2100; by default this year.",
    "calendar/format": "table or json.",
    "template": "The Word template of the appendix.",
    "template check": "Check a Word template: everything that is wrong, and the names that it may use.\n\nExamples:\n\n\b\n"
    "  cchc template check appendix.docx\n  cchc template check templates/progress.docx --format json\n"
    "  cchc template check --names",
    "template/file": "The template; a bare name such as appendix.docx is the one in templates/, or the tool's own.",
    "template/names": "Only the names that a template may use, with their meaning.",
    "template/format": "text or json.",
    "import": "Make a plan of an appendix (Word, Excel, a page, text with tabs); tell what was read, guessed and left.\n\n"
    "Examples:\n\n\b\n"
    "  cchc import phu-luc-2024.docx --into plans/snv-2024 --dry-run\n"
    "  cchc import phu-luc-2024.docx --into plans/snv-2024 --prove --dry-run\n"
    "  cchc import phu-luc-da-sua.docx --update plans/snv-2025 --dry-run",
    "import/file": "A file .docx, .xlsx, .html, .csv, or text with tabs.",
    "import/into": "The new plan, as in plans/snv-2025.",
    "import/update": "The plan that edits made in Word go back into, as in plans/snv-2025.",
    "import/year": "The year of the plan, where the title does not say it.",
    "import/table": "The number of the table, where the file holds several appendices.",
    "import/tracked": "Tracked changes of Word: accept (read as accepted) or ignore (the text before them).",
    "import/prove": "Print the plan and show each cell that differs from the document.",
    "import/format": "text or json.",
    "diff": "Tell what changed of the plans between two git revisions, and which due days follow.\n\nExamples:\n\n\b\n"
    "  cchc diff\n  cchc diff HEAD --format md\n  cchc diff HEAD --plan snv-2025 --as-of 2025-06-02\n"
    "  cchc diff HEAD --table comparison.docx",
    "diff/base": "The old revision: a commit, tag, branch, HEAD~1; A..B compares two, A...B from where B left A; else HEAD.",
    "diff/head": "The new revision; the folder as it stands by default.",
    "diff/since-issued": "Compare with what was issued (its tag issued/PLAN); number and date of the document aside.",
    "diff/format": "text, md (for a pull request's comment), json or html.",
    "diff/table": "Write three columns (in force, amended, reason) to this Word file; reasons are what commits say.",
    "diff/docx": "Write the appendix with tracked changes (words and rows) to this Word file; needs cchc[redline].",
    "fmt": "Write YAML files in one canonical layout; meaning and comments stay.\n\nExamples:\n\n\b\n"
    "  cchc fmt\n  cchc fmt --check\n  cchc fmt plans/snv-2025 --diff",
    "fmt/paths": "Files or folders to write; by default the whole workspace.",
    "fmt/check": "Write nothing; end with status 1 if a file is not in its layout.",
    "fmt/diff": "Write nothing; print what would change, end with status 1 if anything would.",
    "merge-file": "Merge two changed versions of a file, task by task and key by key; git calls this when it merges."
    "\n\nExamples:\n\n\b\n  cchc merge-file plans/units.yaml plans/units.yaml plans/units.yaml --path plans/units.yaml",
    "merge-file/base": "The version both come from (git's %O).",
    "merge-file/ours": "Our version (%A); the result is written here.",
    "merge-file/theirs": "Their version (%B).",
    "merge-file/path": "The real path of the file in the repository (%P), which tells its kind.",
    "merge-file/marker-size": "Length of the conflict markers (%L); 7 if left out.",
    "merge-file/base-label": "What the markers call the common version.",
    "merge-file/ours-label": "What the markers call our version.",
    "merge-file/theirs-label": "What the markers call their version.",
    "init": "Make a workspace with a first plan; files that are there are kept, only missing ones are added."
    "\n\nExamples:\n\n\b\n"
    '  cchc init --name "Sở Nội vụ tỉnh Khánh Hòa"\n'
    '  cchc init ../ubnd-xa --name "UBND xã Diên Khánh" --year 2026 --plan dien-khanh-2026 --symbol KH-UBND\n'
    "  cchc init --dry-run",
    "init/folder": "The folder to make; the current one by default.",
    "init/name": "Name of the office.",
    "init/unit": "Id of the office; made of its name by default.",
    "init/year": "Year of the plan; this year by default.",
    "init/plan": "Id of the plan; made of name and year by default.",
    "init/symbol": "Symbol of the plan's document, such as KH-SNV.",
    "init/ci": "The CI service: github (the default), gitlab, none.",
    "init/dry-run": "Write nothing; print the names of the files that would be written.",
    "new-year": "Make next year's plan from this year's: days and years move, what a person has to look at is listed."
    "\n\nExamples:\n\n\b\n"
    "  cchc new-year snv-2025 snv-2026 --dry-run\n  cchc new-year snv-2025 snv-2026\n"
    "  cchc new-year snv-2025 ke-hoach-moi --year 2027 --dry-run --format json",
    "new-year/old": "Id of the plan that is there.",
    "new-year/new": "Id of the plan to make, and the name of its folder.",
    "new-year/year": "Year of the new plan; by default the one in its id, or the next.",
    "new-year/format": "text or json.",
    "new-year/dry-run": "Write nothing; print the list only.",
    "schema": "Print the JSON Schema of a kind of file: with it an editor offers keys and marks faults as one types."
    "\n\nExamples:\n\n\b\n"
    "  cchc schema\n  cchc schema plan --output plan.json\n  cchc schema --folder schema",
    "schema/kind": "settings, units, events, calendar, plan, section or progress; left out, the kinds are listed.",
    "schema/folder": "Write into this folder, a file for each kind.",
    "dry-run": "Write nothing; print what would change.",
    "record/part": "A part of the task; without it the whole task is meant.",
    "record/occurrence": "The occurrence; not needed where only one is open.",
    "done": "Record that a task was done.\n\nExamples:\n\n\b\n"
    '  cchc done A.1 --occurrence 2025-06 --on 2025-06-27 --evidence "Báo cáo số 120/BC-VP ngày 27/6/2025"',
    "done/on": "The day on which it was done.",
    "done/evidence": "The evidence: number and date of a document.",
    "extend": "Record an extension that was approved.\n\nExamples:\n\n\b\n"
    "  cchc extend A.10 --to 2025-12-15 --approved-on 2025-11-20 --document 310/SNV-VP",
    "extend/to": "The new deadline.",
    "extend/approved-on": "The day of approval.",
    "extend/approved-by": "The person or office that approved.",
    "extend/document": "Number of the document.",
    "waive": "Record that nothing was owed after all, with the reason.\n\nExamples:\n\n\b\n"
    '  cchc waive A.1 --occurrence 2025-07 --on 2025-08-01 --reason "Không phát sinh hồ sơ"',
    "waive/on": "The day of this record.",
    "waive/reason": "The reason.",
    "waive/document": "Number of the document.",
    "measure": "Record a measurement of a target.\n\nExamples:\n\n\b\n  cchc measure A.4 --as-of 2025-06-30 --value 97.5",
    "measure/target": "The target; not needed where there is only one.",
    "measure/as-of": "The day up to which it was measured.",
    "measure/value": "The value, with a decimal point.",
    "issue": "Record number and date of a signed plan; tag the revision that was signed.\n\nExamples:\n\n\b\n"
    "  cchc issue snv-2025 --number 123/KH-SNV --on 2025-01-15",
    "issue/number": "The document's number, with or without its symbol: 123, 123/KH-SNV.",
    "issue/on": "The day of issue.",
    "event": "Events from which deadlines are counted.",
    "event add": "Record an event; tells what it opens, and by when.\n\nExamples:\n\n\b\n"
    '  cchc event add --type bnv-cong-bo --subject "Công bố danh mục TTHC" --document 123/QĐ-BNV '
    "--issued-on 2025-03-03",
    "event/type": "The type of the event, from events.yaml.",
    "event/subject": "What it is about.",
    "event/document": "Number of the document.",
    "event/issued-on": "The day of issue, or on which it happened.",
    "event/received-on": "The day on which the records office received it.",
    "event/effective-on": "The day on which it takes effect.",
    "event/register-number": "Number in the register of the records office.",
    "event/id": "The id; by default made of the month and the document.",
    "task": "Work on tasks.",
    "task add": "Add a task; tell its number and the numbers that change.\n\nExamples:\n\n\b\n"
    '  cchc task add --section B.II --content "Lắp máy lấy số tự động" --deadline "Trước ngày 30/9/2025" --lead van-phong\n'
    '  cchc task add --after A.3 --content "Niêm yết TTHC" --deadline "Trong 5 ngày làm việc kể từ khi TTHC được phê duyệt" '
    '--rule within="5 working days" --rule after=phe-duyet-tthc --lead van-phong',
    "task/content": "What is to be done.",
    "task/deadline": "The deadline as the appendix prints it.",
    "task/rule": "A key of the rule where the wording is not certain: within=“5 working days”; may be given several times.",
    "task/lead": "The lead unit, id or name; may be given several times.",
    "task/coordinating": "A coordinating unit, id or name; may be given several times.",
    "task/results": "The result; given several times it prints as “- ” lines.",
    "task/number": "The number that prints, where it does not count on from the task before.",
    "task/id": "Id of the task; by default made of the first words of its content.",
    "task/section": "The section, by its number such as B.II, or by its title; a plan without sections needs none.",
    "task/before": "Right before this task.",
    "task/after": "Right after this task.",
    "task move": "Move a task to another place of its plan; its id and comments stay.\n\nExamples:\n\n\b\n"
    "  cchc task move B.II.3 --to B.III\n  cchc task move B.II.3 --before A.1 --dry-run",
    "task/to": "The section to move to, by number such as B.II or by title; at its end without --before and --after.",
    "task withdraw": "Withdraw a task: it is no longer printed, its history stays.\n\nExamples:\n\n\b\n"
    "  cchc task withdraw B.II.3 --on 2025-07-01 --document 45/QĐ-SNV",
    "task/on": "The day from which it is withdrawn.",
    "task/document": "Number of the document.",
    "unit": "Work on units.",
    "unit rename": "Rename a unit: a new unit succeeds the old one, signed documents keep the old name.\n\nExamples:\n\n\b\n"
    '  cchc unit rename phong-tcbc --to "Phòng Tổ chức cán bộ" --on 2025-07-01 --dry-run\n'
    '  cchc unit rename phong-tcbc --to "Phòng Tổ chức cán bộ" --on 2025-07-01 --plan snv-2025',
    "unit/unit": "Id or name of the unit.",
    "unit/to": "The new name.",
    "unit/on": "The day from which the new name, or the new units, hold.",
    "unit/id": "Id of the new unit; by default made of its name.",
    "unit/plan": "A plan not yet issued that is to name the new unit; may be given several times.",
    "unit split": "Split a unit into several that succeed it.\n\nExamples:\n\n\b\n"
    '  cchc unit split phong-cchc --into "Phòng Cải cách hành chính" --into "luu-tru=Phòng Văn thư, Lưu trữ" --on 2025-07-01',
    "unit/into": "A new unit, as NAME or ID=NAME; at least two of them.",
}
