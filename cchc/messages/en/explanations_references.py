"""What the faults of names that records use of each other mean, in English."""

EXPLANATIONS = {
    "duplicate-id": """\
Two records share an id. Progress is recorded by id, so it would be unclear
which of them was done. Give the record that is pointed at a new id; do not
change the id of one that has progress.

Wrong:
    - id: bao-cao
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao
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
    "duplicate-record": """\
The same thing is recorded twice: an occurrence completed twice, two extensions
approved on one day, two units of the same name. If the two differ, nobody knows
which is right. Keep one of them, or mend the occurrence if the wrong one was
named.

Wrong:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025

Right:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025
      - task: bao-cao-quy
        occurrence: 2025-Q2
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025""",
    "unknown-unit": """\
The plan names a unit that units.yaml does not have. The appendix would not know
which name to print, and nobody could list that unit's work. Mend the id as the
hint suggests, or add the unit to units.yaml. Use the id here, not the full
name.

Wrong:
    lead: [Văn phòng Sở]

Right:
    lead: [van-phong]""",
    "unknown-event-type": """\
A deadline or an event names an event type that is not listed. When the document
arrives, no due day would be counted from it. Mend the id, or add the type under
types in events.yaml.

Wrong:
    # plan.yaml
    tasks:
      - id: quy-trinh-noi-bo
        content: Xây dựng quy trình nội bộ
        lead: [van-phong]
        deadline: {within: 45 days, after: bo-cong-bo}
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}

Right:
    # plan.yaml
    tasks:
      - id: quy-trinh-noi-bo
        content: Xây dựng quy trình nội bộ
        lead: [van-phong]
        deadline: {within: 45 days, after: bnv-cong-bo}
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}""",
    "unknown-task": """\
A progress record or an event names a task that the plan does not have. What was
done then counts for no task, and the task still shows as open. Use the task's
id; a printed number such as A.2 changes when rows come and go. In events.yaml
write the plan's id too: snv-2025/quy-trinh-noi-bo.

Wrong:
    # progress.yaml
    completions:
      - task: A.2
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025

Right:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025""",
    "unknown-part": """\
A progress record names a part that the task does not have, so it is unclear
which part was done. Use the part's id, as it stands under the task's key parts.

Wrong:
    # plan.yaml
    tasks:
      - id: kiem-tra
        content: Kiểm tra công tác CCHC
        lead: [van-phong]
        parts:
          - {id: ke-hoach, deadline: Trước ngày 31/3/2025}
          - {id: bao-cao, deadline: Trước ngày 30/11/2025}
    # progress.yaml
    completions:
      - task: kiem-tra
        part: a
        completed_on: 2025-03-20
        evidence: Kế hoạch số 57/KH-SNV ngày 20/3/2025

Right:
    # plan.yaml
    tasks:
      - id: kiem-tra
        content: Kiểm tra công tác CCHC
        lead: [van-phong]
        parts:
          - {id: ke-hoach, deadline: Trước ngày 31/3/2025}
          - {id: bao-cao, deadline: Trước ngày 30/11/2025}
    # progress.yaml
    completions:
      - task: kiem-tra
        part: ke-hoach
        completed_on: 2025-03-20
        evidence: Kế hoạch số 57/KH-SNV ngày 20/3/2025""",
    "unknown-target": """\
A measured value names a target that the task does not have, so it would not be
compared with any goal. Use the id of a target under the task's key targets, or
add the target to the task.

Wrong:
    # plan.yaml
    tasks:
      - id: so-hoa-ho-so
        content: Số hóa hồ sơ
        deadline: Năm 2025
        lead: [van-phong]
        targets: [{id: ty-le, at_least: 90, unit: "%"}]
    # progress.yaml
    measurements:
      - task: so-hoa-ho-so
        target: ti-le-so-hoa
        as_of: 2025-06-30
        value: 97.5

Right:
    # plan.yaml
    tasks:
      - id: so-hoa-ho-so
        content: Số hóa hồ sơ
        deadline: Năm 2025
        lead: [van-phong]
        targets: [{id: ty-le, at_least: 90, unit: "%"}]
    # progress.yaml
    measurements:
      - task: so-hoa-ho-so
        target: ty-le
        as_of: 2025-06-30
        value: 97.5""",
    "unknown-occurrence": """\
The task comes up several times, but the occurrence named here is not one of the
plan's, or none is named, so it is unclear which one was done. A month is
2025-06, a quarter 2025-Q2, a half-year 2025-H1, a week 2025-W23; where the
deadline counts from an event, write the event's id.

Wrong:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: Quý II/2025
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025

Right:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q2
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025""",
    "unit-cycle": """\
A group contains itself, directly or through another group; or units succeed
each other in a circle. Nobody can then tell whose work it is. Take one unit out
of members or succeeded_by at the place that is pointed at.

Wrong:
    # units.yaml
    units:
      cac-phong:
        name: Các phòng thuộc Sở
        members: [phong-cchc, toan-so]
      toan-so:
        name: Các cơ quan, đơn vị thuộc Sở
        members: [cac-phong, van-phong]

Right:
    # units.yaml
    units:
      cac-phong:
        name: Các phòng thuộc Sở
        members: [phong-cchc]
      toan-so:
        name: Các cơ quan, đơn vị thuộc Sở
        members: [cac-phong, van-phong]""",
}
