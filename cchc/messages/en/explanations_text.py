"""What the faults of a file's text mean, in English."""

EXPLANATIONS = {
    "unreadable-file": """\
The file is there, but the computer does not let it be read: rights are missing,
or another program holds it. Nothing in it is checked, and none of its deadlines
are followed. Give the account that runs the command the right to read it, or
close the other program.

Wrong:
    # units.yaml: only the administrator may read it
    units: {}

Right:
    # units.yaml: everyone who edits the plan may read it
    units: {}""",
    "too-large": """\
The file is larger than the tool will read. No office's plan is that long, so
another file was probably copied here by mistake. If it is the plan, keep each
large section in a file of its own, in the folder sections.

Wrong:
    # plan.yaml: 6 MB
    sections:
      - number: A
        title: NÂNG CAO CHỈ SỐ CCHC
        tasks: []  # and thousands of tasks

Right:
    # plan.yaml
    sections:
      - sections/a.yaml
      - sections/b.yaml""",
    "not-utf8": """\
The file was saved in another encoding, such as TCVN3, Windows-1258 or UTF-16.
Read by guess, the appendix would print wrong Vietnamese letters. Open the file
with the program that made it, choose Save as… and UTF-8.

Wrong:
    # units.yaml: saved as Windows-1258
    units:
      van-phong:
        name: Vãn phòng SÒ

Right:
    # units.yaml: saved as UTF-8
    units:
      van-phong:
        name: Văn phòng Sở""",
    "unsafe-character": """\
There is a control character, or one that turns the direction of the text, so a
person sees one thing and the computer reads another. A date or a number could
be wrong without the reviewer knowing. Delete the character that is pointed at
and type the line again; it usually comes along when text is copied from a web
page or a PDF.

Wrong:
    content: "Báo cáo \\u202equý I"

Right:
    content: Báo cáo quý I""",
    "conflict-marker": """\
Two people changed the same place, and git left both versions between the lines
<<<<<<<, ======= and >>>>>>>. Until one is chosen nobody knows which is right,
so the whole file is not read. Ask the other editor, keep the right text and
delete the marker lines.

Wrong:
    <<<<<<< HEAD
    deadline: Trước ngày 30/11/2025
    =======
    deadline: Trước ngày 15/12/2025
    >>>>>>> sua-thoi-han

Right:
    deadline: Trước ngày 15/12/2025""",
    "yaml-syntax": """\
This line breaks the rules of YAML, so the whole file is not read. The usual
slips: a text with a colon that is not in quotes, a tab at the start of a line,
a quote or bracket that is not closed. Look at the line that is pointed at, and
at the one above it.

Wrong:
    content: Báo cáo: kết quả quý I

Right:
    content: 'Báo cáo: kết quả quý I'""",
    "too-deep": """\
The data is nested too many levels deep, mostly because of stray brackets or a
file written by a program. The tool stops here, so that a broken file cannot
hang it. Take the needless levels out; the sections of a plan never go that
deep.

Wrong:
    results: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      Báo cáo
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right:
    results:
      - Báo cáo""",
    "yaml-tag": """\
A tag such as !!str or !!date tells YAML to change what a value is. Tags are not
used here: every value stays as it was typed, so that anyone can read it. Delete
the tag; if the text really begins with “!”, put all of it in quotes.

Wrong:
    number: !!str 1

Right:
    number: 1""",
    "yaml-alias": """\
A name after & marks a passage, and * or << copies it to another place. Changing
one place would then change another that the reviewer does not see, so this is
not used here. Write the content out; if a text really begins with & or *, put
it in quotes.

Wrong:
    lead: &chung [van-phong]
    coordinating: *chung

Right:
    lead: [van-phong]
    coordinating: [phong-cchc]""",
    "multiple-documents": """\
A second line “---” begins another document in the same file. What follows it
would be left out without anyone noticing, so the whole file is not read. Delete
the line and join the two, or split them into two files.

Wrong:
    # units.yaml
    units:
      van-phong:
        name: Văn phòng Sở
    ---
    units:
      phong-cchc:
        name: Phòng Cải cách hành chính

Right:
    # units.yaml
    units:
      van-phong:
        name: Văn phòng Sở
      phong-cchc:
        name: Phòng Cải cách hành chính""",
}
