"""Why a command did nothing, in English."""

REFUSALS = {
    "system/EACCES": "permission denied",
    "system/EPERM": "the system does not allow it",
    "system/ENOENT": "there is no such file or folder",
    "system/ENOTDIR": "the path leads through a file",
    "system/EISDIR": "it is a folder",
    "system/EROFS": "the disk is read-only",
    "system/ENOSPC": "the disk is full",
    "system/EDQUOT": "the share of the disk is used up",
    "system/ENAMETOOLONG": "the name is too long",
    "system/EBUSY": "another program uses it",
    "system/EIO": "the disk has failed",
    "system/EPIPE": "the receiver has closed",
    "system/ENOEXEC": "the file cannot be run",
    "file/locked": "Somebody else is writing ({path}). Try again in a few seconds.",
    "file/changed": "{path} has just been changed by somebody else. Run the command again.",
    "file/in-the-way": "{path} is not written: a link, or no regular file, is in its place. Remove it and run the command again.",
    "file/unreadable": "Cannot read {path}: {why}. Check the name and who may read it.",
    "file/not-regular": "{path} is not a regular file. Choose another one.",
    "file/too-large": "{path} is too large (limit: {limit} bytes).",
    "xlsx/text-too-long": "A cell of Excel holds at most {limit} characters; in the column “{column}” a text is longer: {text} "
    "Shorten it, or render a .docx.",
    "intake/no-appendix": "{name} holds no appendix (tables looked at: {count}). It takes a table with a row of captions: "
    "a column of contents, and one of deadlines, units or results.",
    "intake/empty": "The file {name} is empty. Copy it again, or choose another one.",
    "intake/too-large": "The file {name} is too large (limit: {limit}). Remove pictures, or split the table over several files.",
    "intake/too-deep": "In the file {name} too many tables or frames stand inside of one another. "
    "Copy the table into a new file.",
    "intake/broken": "The file {name} is damaged, or no file of Word or Excel. Open it there, let it be repaired, "
    "and save it again.",
    "intake/unsafe": "The file {name} holds something unsafe ({what}, in {part}) and is not read. "
    "Open it in Word or Excel and save it as a new file.",
    "intake/opendocument": "The file {name} is an OpenDocument (.odt, .ods). "
    "Open it in LibreOffice or Word and save it as .docx or .xlsx.",
    "intake/other-zip": "The file {name} is an archive, no document of Word and no workbook of Excel. "
    "Unpack it and choose a .docx or .xlsx.",
    "intake/xlsb": "The file {name} is a workbook in the form .xlsb. Open it in Excel and save it as .xlsx.",
    "intake/password": "The file {name} has a password. Open it in Word or Excel, remove the password (File, Info, "
    "Protect), and save it again.",
    "intake/old-word": "The file {name} is of the old kind of Word (.doc). Open it in Word or LibreOffice and save it as .docx.",
    "intake/old-excel": "The file {name} is of the old kind of Excel (.xls). "
    "Open it in Excel or LibreOffice and save it as .xlsx.",
    "intake/old-office": "The file {name} is of an old kind of Office, which one is not clear. "
    "Open it where it was made and save it as .docx or .xlsx.",
    "intake/rtf": "The file {name} is RTF. Open it in Word or LibreOffice and save it as .docx.",
    "intake/pdf": "The file {name} is a PDF, which keeps no tables. Take the .docx it came from, "
    "or open the PDF in Word and save it as .docx.",
    "intake/mht": "The file {name} is a web page in one file (.mht). Open it in Word and save it as .docx.",
    "intake/word-xml": "The file {name} is a document of Word saved as .xml. Open it in Word and save it as .docx.",
    "intake/encoding": "The letters of the file {name} cannot be read: their encoding is not clear. "
    "Open it and save it as UTF-8.",
    "intake/unknown-kind": "The file {name} cannot be imported: it is no .docx, .xlsx, .html, "
    ".csv or text with tabs. Save it as one of these.",
    "office/none": "A .pdf is made by LibreOffice, which was not found. Install LibreOffice (libreoffice.org), "
    "or set {variable} to the full path of soffice, or render a .docx and save it as PDF in Word.",
    "office/not-there": "{variable} names {path}, which is not the full path of a program. "
    "Set it to that of soffice, or unset it.",
    "office/not-started": "{program} cannot be started: {why}. Install LibreOffice again, "
    "or render a .docx and save it as PDF in Word.",
    "office/failed": "LibreOffice ({program}) made no PDF (status {ended}). "
    "Try again; if that fails too, render a .docx and save it as PDF in Word.",
    "office/slow": "LibreOffice had not made the PDF after {limit} seconds and was stopped. "
    "Try again when the machine is less busy, or render a .docx and save it as PDF in Word.",
    "redline/none": "Tracked changes need the library python-redlines. Install it: pip install 'cchc[redline]'",
    "redline/failed": "Tracked changes could not be written: {why}. Try again; if it fails still, use --table for a comparison.",
    "file/unwritable": "Cannot write {path}: {why}. An old file is intact. Check that folder, and who may write to it.",
    "output/unwritable": "Cannot write the result: {why}. Make room on the disk, or choose a file with --output.",
    "workspace/none": "There is no cchc.yaml in {path} or above it. Go to the folder of the plans, or use --root.",
    "workspace/no-folder": "There is no folder {path}. Check the value of --root.",
    "usage/no-option": "There is no option {value}. {did_you_mean}",
    "usage/no-command": "There is no command “{value}”. {did_you_mean}The commands: {known}.",
    "usage/extra": "Too much on the command line: {value}.",
    "usage/option-value": "The option {value} lacks its value, or has one too many.",
    "usage/choice": "{option}: “{value}” is no choice. {did_you_mean}Choose one of: {known}.",
    "usage/number": "{option}: “{value}” is not a whole number from 0 to {last}.",
    "usage/missing": "{value} is missing.",
    "usage/bad-value": "The value of {option} is not valid: {value}",
    "usage/other": "The command line is wrong: {value}",
    "usage/explain-one": "Name one thing to explain: a task, --wording “…”, or --code CODE.",
    "usage/no-such-task": "There is no task “{task}”. {did_you_mean}Give an id, plan/id, or a number such as B.II.3.",
    "usage/several-tasks": "Several tasks are “{task}”, give one of: {known}.",
    "usage/year": "{option}: “{value}” is not a year from {first} to {last}.",
    "usage/date": "{option}: “{value}” is not a date. Write it as 2025-11-30.",
    "usage/now": "CCHC_NOW “{value}” is not an instant in ISO 8601, such as 2025-06-01T18:00Z.",
    "usage/window-order": "--to comes before --from. Check both days.",
    "usage/two-windows": "Choose one window only: {known}.",
    "usage/no-such-path": "There is no file or folder {path}.",
    "usage/no-such-code": "There is no code “{code}”. {did_you_mean}",
    "usage/several-occurrences": "Several occurrences are open; choose one with --occurrence: {known}.",
    "usage/no-target": "The task “{task}” has no target. Give it the key targets first.",
    "usage/which-target": "Choose a target with --target: {known}.",
    "usage/no-such-unit": "There is no unit “{unit}”. Units: {known}.",
    "usage/no-such-type": "There is no event type “{type}”. Types: {known}.",
    "usage/no-such-plan": "There is no plan “{plan}”. Plans: {known}.",
    "usage/no-plan": "There is no plan yet: make a folder plans/NAME with a plan.yaml.",
    "usage/plan-exists": "A plan or files named “{plan}” are there already; nothing is overwritten. "
    "Choose another id, or delete that folder first.",
    "usage/later-year": "The plan cannot move to {year}. Its new year lies between {first} and {last}: give it with --year.",
    "usage/not-issued": "git has no tag {tag} of an issued plan here; plans: {known}. "
    "Get the tags with: git fetch --tags. If the plan is not issued yet, run cchc issue when it is.",
    "usage/several-plans": "There are several plans, choose one with --plan: {known}.",
    "usage/several-workspaces": "There are several workspaces, choose one with --root: {known}.",
    "usage/format": "The format “{ending}” cannot be written. Choose one of: {known}.",
    "usage/check-of-pdf": "--check does not go with .pdf: a .pdf differs each time it is written. Check the .docx.",
    "usage/which-kind-of-file": "Unclear which kind of file this is. Name its real path with --path, such as plans/units.yaml.",
    "usage/no-template": "--template goes with {known}, not with {ending}.",
    "usage/already-issued": "{plan} was issued under the number {number} on {day}. What changes in a signed plan goes into a "
    "document of its own; put its number into document.amended_by.",
    "usage/other-symbol": "The symbol of {plan} is {symbol}, not {given}. Mend --number, or document.symbol.",
    "history/not-committed": "What git has last (HEAD) does not print {plan} as the files do now. "
    "So that what was signed is kept, commit the plan first, then run this command again.",
    "history/other-tag": "There is a tag {tag}, and it prints something else. "
    "Look at it: cchc render appendix.docx --plan {plan} --rev {rev}. "
    "If it is a mistake, delete it with git tag -d and run this command again.",
    "history/nobody": "git does not know your name and address, which a tag needs. Run: git config --global user.name "
    '"Your name", git config --global user.email "your address", then this command again.',
    "history/no-git": "git was not found. Install git, or put its folder on PATH.",
    "history/no-repository": "{path} lies in no git repository, so there is no older state of it. Go to what git clone has made.",
    "history/outside-work-tree": "{path} lies outside of the work tree of its git repository. "
    "Go to the folder of the plans, or use --root.",
    "history/not-yours": "git does not open the repository of {path}: it belongs to another user. If you trust it, run: "
    "git config --global --add safe.directory TOP_FOLDER_OF_THE_REPOSITORY",
    "history/refused": "git cannot open the repository at {path}: {why}. Check it with: git fsck",
    "history/no-commit": "The git repository at {path} has no commit yet. Make the first one with git commit.",
    "history/shallow": "This clone holds only a part of the history, and no revision “{revision}”. Check the name, "
    "or get all of it with: git fetch --unshallow --tags",
    "history/no-workspace": "At revision “{revision}”, {path} has no cchc.yaml. Choose another revision.",
    "history/damaged": "git lacks what {path} was at revision “{revision}”: it is missing or broken. Check with git fsck, "
    "get it again with: git fetch --refetch",
    "history/no-common": "The two revisions have no commit in common in {path}. Use two dots: A..B",
    "history/too-much": "{path} holds too many files in git. Choose a smaller workspace with --root.",
    "history/slow": "git has not answered within {limit} seconds. Check the disk, then try again.",
    "usage/no-such-revision": "git has no revision “{revision}”. Give the id of a commit, a branch, a tag, or HEAD~1.",
    "usage/ambiguous-revision": "“{revision}” may be several revisions. "
    "Write refs/tags/NAME, refs/heads/NAME, or the whole id of the commit.",
    "usage/id": "{option}: “{value}” cannot be an id. Use small letters, digits and hyphens, as in so-noi-vu.",
    "usage/no-such-section": "There is no section “{section}”. Sections: {known}.",
    "usage/several-sections": "Several sections are “{section}”, give a title: {known}.",
    "usage/which-section": "Choose a section with --section, or give --before or --after: {known}.",
    "usage/task-elsewhere": "The task {task} is not in section {section}. Leave one of them out, or make them agree.",
    "usage/import-into": "{path} exists. Choose another name for --into; to bring edits into an existing plan, use --update.",
    "usage/not-beside": "{other} does not go with {option}. Leave one of them out.",
    "usage/into-or-update": "Give exactly one of --into (a new plan) and --update (one that exists).",
    "usage/other-plan": "{path} was printed from the plan {plan}, not {asked}. Use --update plans/{plan}.",
    "usage/several-appendices": "The file holds several appendices, beginning at the tables {known}. Choose one with --table.",
    "usage/plan-not-at-base": "At “{revision}” there was no plan {plan}. Choose another revision.",
    "usage/before-and-after": "Give only one of --before and --after.",
    "usage/rule": "--rule: “{value}” has no equals sign. Write KEY=VALUE, for example after=bnv-cong-bo.",
    "usage/no-free-id": "{option}: “{value}” gives no id, since it is taken or has no letter. Write another id.",
    "usage/unit-name": "{option}: the name “{value}” is that of the unit {unit} (letter case and a final stop "
    "make no difference). Choose another name.",
    "usage/unit-id": "The id {value} is that of another unit. Choose another.",
    "usage/unit-ended": "The unit {unit} has ended; its successors: {known}. Rename the successor.",
    "usage/unit-begins": "The unit {unit} exists only from {day} on. Choose a later day for --on.",
    "usage/split-into": "At least two new units are needed: give --into twice or more. To rename only, use: cchc unit rename",
    "usage/plan-without-unit": "--plan {plan}: no such plan names this unit. Plans that do: {known}.",
    "usage/plan-issued": "The plan {plan} was issued on {day} and keeps the old name. Only drafts can be changed.",
    "usage/text": "{option}: “{value}” is blank, or has a character that a plan may not hold.",
    "usage/inside-workspace": "{path} lies inside of the workspace {workspace}. Choose another folder, or run in that one.",
    "usage/folder-or-output": "Choose one: --folder (a file for each kind) or --output.",
    "usage/template-or-names": "Name the template to check, as in cchc template check appendix.docx, or give --names alone.",
    "bug": "The tool hit an unexpected error ({name}). Run it with CCHC_DEBUG=1 and send the result to its keeper.",
}
