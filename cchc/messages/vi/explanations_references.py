"""What the faults of names that records use of each other mean, in Vietnamese."""

EXPLANATIONS = {
    "duplicate-id": """\
Hai bản ghi dùng chung một mã. Tiến độ được ghi theo mã, nên không biết việc đã
xong thuộc bản ghi nào. Hãy đặt mã mới cho bản ghi được chỉ ra; không đổi mã của
bản ghi đã có tiến độ.

Sai:
    - id: bao-cao
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]

Đúng:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "duplicate-record": """\
Cùng một việc được ghi hai lần: một kỳ hoàn thành hai lần, hai gia hạn phê duyệt
cùng ngày, hai đơn vị cùng tên. Nếu hai bản ghi khác nhau, không biết cái nào
đúng. Hãy giữ một bản ghi, hoặc sửa kỳ (occurrence) nếu ghi nhầm kỳ.

Sai:
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

Đúng:
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
Kế hoạch gọi một đơn vị không có trong units.yaml. Phụ lục không biết in tên gì,
và không lọc được việc theo đơn vị ấy. Hãy sửa mã theo gợi ý, hoặc thêm đơn vị
vào units.yaml. Ở đây dùng mã, không dùng tên đầy đủ.

Sai:
    lead: [Văn phòng Sở]

Đúng:
    lead: [van-phong]""",
    "unknown-event-type": """\
Thời hạn hoặc sự kiện dùng một loại sự kiện chưa được khai báo. Khi văn bản đến,
công cụ không biết phải tính hạn cho nhiệm vụ nào. Hãy sửa mã, hoặc thêm loại
vào phần types của events.yaml.

Sai:
    # plan.yaml
    tasks:
      - id: quy-trinh-noi-bo
        content: Xây dựng quy trình nội bộ
        lead: [van-phong]
        deadline: {within: 45 days, after: bo-cong-bo}
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}

Đúng:
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
Tiến độ hoặc sự kiện gọi một nhiệm vụ không có trong kế hoạch. Vì vậy việc đã
làm chưa được tính cho nhiệm vụ nào, và nhiệm vụ vẫn hiện là chưa xong. Hãy dùng
mã (id) của nhiệm vụ; số thứ tự như A.2 thay đổi khi thêm bớt dòng. Trong
events.yaml ghi cả mã kế hoạch: snv-2025/quy-trinh-noi-bo.

Sai:
    # progress.yaml
    completions:
      - task: A.2
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025

Đúng:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025""",
    "unknown-part": """\
Tiến độ gọi một phần mà nhiệm vụ không có. Vì vậy không biết phần nào đã xong.
Hãy dùng mã (id) của phần, ghi dưới khóa parts của nhiệm vụ.

Sai:
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

Đúng:
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
Số liệu đo được ghi cho một chỉ tiêu mà nhiệm vụ không có. Con số ấy sẽ không
được so với mức phải đạt. Hãy dùng mã (id) của chỉ tiêu dưới khóa targets, hoặc
thêm chỉ tiêu vào nhiệm vụ.

Sai:
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

Đúng:
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
Nhiệm vụ làm nhiều lần nhưng kỳ được ghi không có trong kế hoạch, hoặc chưa ghi
kỳ nào. Vì vậy không biết lần nào đã xong. Tháng viết 2025-06, quý 2025-Q2, sáu
tháng 2025-H1, tuần 2025-W23; hạn tính từ một sự kiện thì ghi mã của sự kiện.

Sai:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: Quý II/2025
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025

Đúng:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q2
        completed_on: 2025-06-20
        evidence: Báo cáo số 98/BC-VP ngày 20/6/2025""",
    "unit-cycle": """\
Một nhóm chứa chính nó, trực tiếp hoặc qua nhóm khác; hoặc các đơn vị thay thế
nhau theo vòng tròn. Như vậy không xác định được việc thuộc về ai. Hãy bỏ một
đơn vị khỏi members hoặc succeeded_by ở chỗ được chỉ ra.

Sai:
    # units.yaml
    units:
      cac-phong:
        name: Các phòng thuộc Sở
        members: [phong-cchc, toan-so]
      toan-so:
        name: Các cơ quan, đơn vị thuộc Sở
        members: [cac-phong, van-phong]

Đúng:
    # units.yaml
    units:
      cac-phong:
        name: Các phòng thuộc Sở
        members: [phong-cchc]
      toan-so:
        name: Các cơ quan, đơn vị thuộc Sở
        members: [cac-phong, van-phong]""",
}
