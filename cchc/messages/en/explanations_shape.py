"""What the faults of a record's shape mean, in English."""

EXPLANATIONS = {
    "duplicate-key": """\
A key is given twice in the same record. Only one of the two values would hold,
so a reader may trust the other one, such as a deadline that was changed. Keep
the right value and delete the other.

Wrong:
    deadline: Trước ngày 30/11/2025
    lead: [van-phong]
    deadline: Trước ngày 15/12/2025

Right:
    deadline: Trước ngày 15/12/2025
    lead: [van-phong]""",
    "unknown-key": """\
The tool does not know this key: it is misspelt, or indented to the wrong level.
If it were passed over, what it holds would silently be missing from the
appendix or not be followed. Mend the name as the hint suggests. A deadline has
one rule; several at once go under the key all.

Wrong:
    dealine: Trước ngày 30/11/2025

Right:
    deadline: Trước ngày 30/11/2025""",
    "missing-key": """\
The record lacks a key that it must have. A task needs id, content and lead;
without a lead nobody can be reminded. Add the key that is named.

Wrong:
    - id: bao-cao-nam
      content: Báo cáo kết quả CCHC năm
      deadline: Trước ngày 30/11/2025

Right:
    - id: bao-cao-nam
      content: Báo cáo kết quả CCHC năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "wrong-type": """\
There is a value, but not of the kind that this key needs: a list, a text, a
number, a date, or true/false. The record is therefore not checked and its
deadline is not counted. A list goes in brackets [ ], or one item a line after
“- ”, even when it has one item; a date is 2025-11-30, a number is in digits.

Wrong:
    lead: van-phong

Right:
    lead: [van-phong]""",
    "invalid-value": """\
The value is of the right kind, but not one that this key takes: an id with
accents, a period or a term that is misspelt, a number out of range. The tool
does not guess, since a wrong guess gives a wrong day. Write it as the hint
below the message shows.

Wrong:
    deadline:
      every: monthly
      by_day: 25

Right:
    deadline:
      every: month
      by_day: 25""",
    "invalid-date": """\
This day is not in the calendar, is written in another form, or its year is too
far away. No due day can be counted from it. Write year-month-day, as in
2025-11-30; 30/11/2025 is understood too.

Wrong:
    deadline:
      by: 2025-02-30

Right:
    deadline:
      by: 2025-02-28""",
    "path-outside": """\
The plan names a file outside its own folder, by “..” or by a link. The tool
does not read out there, so that a plan never takes in another office's file and
stays whole when it is copied. Copy the file into the plan's folder.

Wrong:
    sections:
      - ../snv-2024/sections/b.yaml

Right:
    sections:
      - sections/b.yaml""",
}
