"""What the warnings mean and how to accept them, in English."""

EXPLANATIONS = {
    "number-gap": """\
The numbers skip one or more, as from 1 to 4. Who reads the appendix will think
that tasks are missing. Delete the key number to count on; if the signed
document really skips, write allow with the reason on the task after the gap.

Wrong:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      number: 4
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]

Right:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      number: 4
      allow: {number-gap: Bản đã ký đánh số như vậy}
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "number-repeat": """\
Two tasks, or two sections side by side, print the same number. When a letter
cites “task 1”, it is unclear which is meant. Mend the number or delete the key;
if the signed document repeats it, write allow: {number-repeat: reason} on the
later record.

Wrong:
    - id: bao-cao-quy
      number: 1
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      number: 1
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]

Right:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "lead-also-coordinating": """\
A unit stands in both the lead and the coordinating column of a task, so it is
unclear who answers for it. Take it out of one. If the signed document has it
so, write allow: {lead-also-coordinating: reason} on the task.

Wrong:
    lead: [van-phong]
    coordinating: [van-phong, phong-cchc]

Right:
    lead: [van-phong]
    coordinating: [phong-cchc]""",
    "unused-unit": """\
The unit is in units.yaml, but no plan, group or unit refers to it. Mostly it
was left over after a merger, or a plan names another unit by mistake. Delete
it; to keep it, write allow with the reason on the unit.

Wrong:
    # units.yaml
    units:
      phong-viec-lam:
        name: Phòng Việc làm

Right:
    # units.yaml
    units:
      phong-viec-lam:
        name: Phòng Việc làm
        allow: {unused-unit: Sẽ giao việc từ quý III}""",
    "unused-event-type": """\
The event type is in events.yaml, but no deadline and no event uses it. Perhaps
a deadline should count from it and was not linked. Link the deadline, or delete
the type; to keep it, write allow with the reason on the type.

Wrong:
    # events.yaml
    types:
      hop-giao-ban:
        name: Họp giao ban

Right:
    # events.yaml
    types:
      hop-giao-ban:
        name: Họp giao ban
        allow: {unused-event-type: Dùng cho kế hoạch năm sau}""",
    "outside-period": """\
The deadline falls outside the plan's period. Mostly the year was mistyped, or
not changed when last year's plan was copied, and the reminder would come at the
wrong time. Check the year; if the day is meant, write allow with the reason on
the task.

Wrong:
    deadline:
      by: 2026-01-15

Right:
    deadline:
      by: 2026-01-15
    allow: {outside-period: Báo cáo tổng kết năm 2025}""",
    "missing-evidence": """\
The work is recorded as done, but without evidence. When the reform index is
scored, work without documents usually does not count. Add evidence: number and
date of the document, or where it is kept. If there is none, write
allow: {missing-evidence: reason} on the completion.

Wrong:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20

Right:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025""",
    "missing-deadline": """\
The task has no deadline, so nobody is ever reminded of it. Add the key
deadline; work that never ends is Thường xuyên. If the signed document leaves
the cell empty, write allow: {missing-deadline: reason} on the task.

Wrong:
    - id: cong-khai-tthc
      content: Công khai TTHC
      lead: [van-phong]

Right:
    - id: cong-khai-tthc
      content: Công khai TTHC
      deadline: Thường xuyên
      lead: [van-phong]""",
    "duplicate-duty": """\
Two tasks of the same units have the same term, counted from the same event
types, in nearly the same words: one document opens the same due day twice, and
one result has to be recorded twice. Remove one of them; where a signed plan has
both, write allow: {duplicate-duty: reason} on the later one.

Wrong:
    - id: du-thao-quy-trinh
      content: Trình quy trình nội bộ để phê duyệt
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]
    - id: trinh-quy-trinh
      content: Trình phê duyệt quy trình nội bộ
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]

Right:
    - id: du-thao-quy-trinh
      content: Dự thảo quy trình nội bộ
      deadline: {within: 30 days, after: bnv-cong-bo}
      lead: [van-phong]
    - id: trinh-quy-trinh
      content: Trình phê duyệt quy trình nội bộ
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]""",
    "document-number": """\
The number is not written as Decree 30/2020/NĐ-CP has it, so the document will
be hard to find later. Write only number and symbol, without the kind of
document or the date. If the document really has another form, write
allow: {document-number: reason} on the record.

Wrong:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: QĐ số 123 của BNV
        issued_on: 2025-03-03

Right:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: 123/QĐ-BNV
        issued_on: 2025-03-03""",
    "not-nfc": """\
Letters and accents are stored apart, mostly because of the input method or a
copy from a Mac. It looks the same, but searching does not find it, and some
fonts print the accents askew. cchc fmt mends them all. If it must stay, write
allow: {not-nfc: reason} on the record.

Wrong:
    content: Kê´ hoạch CCHC  # ê and its accent are two characters

Right:
    content: Kế hoạch CCHC""",
    "odd-character": """\
There is a character that nobody sees, or one that only an old Word font draws,
such as a bullet. It may print as an empty box, and searching fails on it.
cchc fmt mends it, or delete and retype it. If it must stay, write
allow: {odd-character: reason} on the record.

Wrong:
    content: Báo<U+200B> cáo quý I

Right:
    content: Báo cáo quý I""",
    "flow-prose": """\
In brackets [ ] each comma begins an item, so a sentence with a comma is cut
into several dashes. Write one item a line after “- ”. If they are several items
and the brackets are to stay, write allow: {flow-prose: reason} on the record.

Wrong:
    results: [Báo cáo của Phòng Tổ chức, Biên chế]

Right:
    results:
      - Báo cáo của Phòng Tổ chức, Biên chế""",
    "text-cut-by-comment": """\
In YAML a # after a space begins a comment, so what follows it is not printed.
Put the whole text in quotes. If it is a comment, put two spaces before the #,
or write allow: {text-cut-by-comment: reason} on the record.

Wrong:
    content: Báo cáo theo mẫu #2 của Bộ

Right:
    content: 'Báo cáo theo mẫu #2 của Bộ'""",
    "unused-allow": """\
An allow accepts a warning that this record no longer has, or its code is
misspelt. Left there, it would hide a real warning later. Delete it, or mend the
code. An error cannot be allowed; it has to be mended.

Wrong:
    deadline: Trước ngày 30/11/2025
    allow: {missing-deadline: Bản đã ký để trống}

Right:
    deadline: Trước ngày 30/11/2025""",
    "edited-after-issue": """\
The plan has its number and date, and the appendix made from the files differs
from the one made from what was signed: the revision that cchc issue has tagged
in git. Number and date are not compared. A signed plan changes by a document
only: put the number of the amending document into document.amended_by, or undo
the edit. A new name of a unit in units.yaml changes what is printed too: a
renamed unit is a new one, named in succeeded_by. Without the tag (git fetch
--tags) nothing is compared. Where the print differs and the meaning does not,
write allow: {edited-after-issue: reason} into the plan.

Wrong:
    document: {number: 123, symbol: KH-SNV, issued_on: 2025-01-15}
    tasks:
      - id: bao-cao
        content: Báo cáo kết quả
        deadline: Quý II/2025  # bản đã ký: Quý I/2025
        lead: [van-phong]

Right:
    document:
      number: 123
      symbol: KH-SNV
      issued_on: 2025-01-15
      amended_by: [45/QĐ-SNV]
    tasks:
      - id: bao-cao
        content: Báo cáo kết quả
        deadline: Quý II/2025  # bản đã ký: Quý I/2025
        lead: [van-phong]""",
}
