"""What the faults of deadlines and events mean, in English."""

EXPLANATIONS = {
    "unreadable-wording": """\
The tool cannot tell for sure which day these words mean, and it does not guess.
The task therefore has no due day to follow. Keep the words in text and add a
rule. cchc explain --wording shows how a wording is read.

Wrong:
    deadline: Dịp Quốc khánh năm 2025

Right:
    deadline:
      text: Dịp Quốc khánh năm 2025
      by: 2025-09-02""",
    "ambiguous-wording": """\
These words can be read in several ways, each with another due day. The tool
does not choose; it names each reading as a rule. Keep the words in text and
write the rule that the signed document means.

Wrong:
    deadline: Đầu quý II năm 2025

Right:
    deadline:
      text: Đầu quý II năm 2025
      in: 2025-04""",
    "wording-disagrees": """\
The printed words state one deadline, the rule beside them counts another. Who
reads the appendix and who is reminded would then see two different days.
Compare with the signed document and mend the one that is wrong.

Wrong:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 40 days
      after: bnv-cong-bo

Right:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 45 days
      after: bnv-cong-bo""",
    "missing-event-type": """\
The deadline counts from an event, but only in words, so the tool does not know
which type of event is meant. When the document arrives, no due day would be
counted. Write the deadline as a record, with a type of events.yaml under the
key after.

Wrong:
    deadline: Không quá 45 ngày kể từ khi Bộ công bố

Right:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 45 days
      after: bnv-cong-bo""",
    "missing-event-date": """\
A deadline counts from this event, but the event lacks the very date that is
needed: issued_on, received_on or effective_on. Meanwhile the work stays waiting
and nobody is reminded. Add the date; if the term runs from the day of receipt,
write counted_from: received in the deadline.

Wrong:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: 123/QĐ-BNV
        received_on: 2025-03-05

Right:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: 123/QĐ-BNV
        issued_on: 2025-03-03
        received_on: 2025-03-05""",
    "unnamed-rule": """\
Two rules under all give an occurrence of the same name, such as the month
2025-06. When one is recorded as done, it is unclear which. Give each rule an
id; its occurrence is then named 2025-06/so-bo.

Wrong:
    deadline:
      text: Báo cáo ngày 10 và ngày 25 hàng tháng
      all:
        - {every: month, by_day: 10}
        - {every: month, by_day: 25}

Right:
    deadline:
      text: Báo cáo ngày 10 và ngày 25 hàng tháng
      all:
        - {id: so-bo, every: month, by_day: 10}
        - {id: chinh-thuc, every: month, by_day: 25}""",
    "completion-before-event": """\
The work is recorded as done before the document that called for it. Mostly a
month or year was mistyped, or the wrong event chosen, and the progress report
would be wrong too. Check the completion, the event's date and the event's id
under occurrence.

Wrong:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - {id: qd-123-bnv, type: bnv-cong-bo, issued_on: 2025-03-03}
    # progress.yaml
    completions:
      - task: quy-trinh-noi-bo
        occurrence: qd-123-bnv
        completed_on: 2025-02-10
        evidence: Quyết định số 999/QĐ-UBND

Right:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - {id: qd-123-bnv, type: bnv-cong-bo, issued_on: 2025-03-03}
    # progress.yaml
    completions:
      - task: quy-trinh-noi-bo
        occurrence: qd-123-bnv
        completed_on: 2025-04-10
        evidence: Quyết định số 999/QĐ-UBND""",
    "calendar-conflict": """\
calendar.yaml says of one day both that offices are closed and that they work. A
count of working days could not tell whether the day counts. Look at the
announcement: in an exchange one day is off, and another, mostly a Saturday, is
worked. Mend the wrong date, or remove the record that no longer holds.

Wrong:
    # calendar.yaml
    days:
      - {date: 2026-08-31, kind: exchanged, name: Nghỉ hoán đổi}
      - {date: 2026-08-31, kind: worked, name: Làm bù}

Right:
    # calendar.yaml
    days:
      - {date: 2026-08-31, kind: exchanged, name: Nghỉ hoán đổi}
      - {date: 2026-08-22, kind: worked, name: Làm bù}""",
}
