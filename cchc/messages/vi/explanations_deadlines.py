"""What the faults of deadlines and events mean, in Vietnamese."""

EXPLANATIONS = {
    "unreadable-wording": """\
Công cụ không hiểu chắc chắn phần chữ này chỉ ngày nào, và không đoán. Vì vậy
nhiệm vụ chưa có hạn để theo dõi. Hãy giữ nguyên phần chữ trong text và ghi thêm
một quy tắc. Lệnh cchc explain --wording cho biết một cách viết được hiểu thế
nào.

Sai:
    deadline: Dịp Quốc khánh năm 2025

Đúng:
    deadline:
      text: Dịp Quốc khánh năm 2025
      by: 2025-09-02""",
    "ambiguous-wording": """\
Câu chữ này có thể hiểu nhiều cách, mỗi cách cho một hạn khác. Công cụ không
chọn thay mà nêu từng cách hiểu thành quy tắc. Hãy giữ nguyên phần chữ trong
text và ghi quy tắc đúng với văn bản đã ký.

Sai:
    deadline: Đầu quý II năm 2025

Đúng:
    deadline:
      text: Đầu quý II năm 2025
      in: 2025-04""",
    "wording-disagrees": """\
Phần chữ in ra nói một thời hạn, quy tắc bên cạnh lại tính thời hạn khác. Người
đọc phụ lục và người được nhắc việc sẽ thấy hai ngày khác nhau. Hãy đối chiếu
với văn bản đã ký rồi sửa bên sai.

Sai:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 40 days
      after: bnv-cong-bo

Đúng:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 45 days
      after: bnv-cong-bo""",
    "missing-event-type": """\
Thời hạn được tính từ một sự kiện nhưng chỉ ghi bằng chữ, nên công cụ không biết
đó là loại sự kiện nào. Khi văn bản đến, sẽ không có hạn nào được tính. Hãy ghi
thời hạn thành bản ghi, với khóa after là mã một loại trong events.yaml.

Sai:
    deadline: Không quá 45 ngày kể từ khi Bộ công bố

Đúng:
    deadline:
      text: Không quá 45 ngày kể từ khi Bộ công bố
      within: 45 days
      after: bnv-cong-bo""",
    "missing-event-date": """\
Một thời hạn tính từ sự kiện này, nhưng sự kiện thiếu đúng ngày cần dùng: ngày
ban hành (issued_on), ngày đến (received_on) hoặc ngày có hiệu lực
(effective_on). Trong lúc ấy việc vẫn ở trạng thái chờ, không ai được nhắc. Hãy
bổ sung ngày; nếu hạn tính từ ngày nhận văn bản, ghi counted_from: received vào
thời hạn.

Sai:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: 123/QĐ-BNV
        received_on: 2025-03-05

Đúng:
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
Hai quy tắc dưới all cho ra cùng một tên kỳ, ví dụ cùng là tháng 2025-06. Khi
ghi hoàn thành, không biết việc nào đã xong. Hãy đặt cho mỗi quy tắc một id; kỳ
của nó khi ấy có tên 2025-06/so-bo.

Sai:
    deadline:
      text: Báo cáo ngày 10 và ngày 25 hàng tháng
      all:
        - {every: month, by_day: 10}
        - {every: month, by_day: 25}

Đúng:
    deadline:
      text: Báo cáo ngày 10 và ngày 25 hàng tháng
      all:
        - {id: so-bo, every: month, by_day: 10}
        - {id: chinh-thuc, every: month, by_day: 25}""",
    "completion-before-event": """\
Việc được ghi là hoàn thành trước khi có văn bản làm phát sinh nó. Thường là gõ
nhầm tháng hoặc năm, hoặc chọn nhầm sự kiện, và báo cáo tiến độ sẽ sai theo. Hãy
kiểm tra ngày hoàn thành, ngày của sự kiện và mã sự kiện ở occurrence.

Sai:
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

Đúng:
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
calendar.yaml ghi cùng một ngày vừa là ngày nghỉ, vừa là ngày đi làm, nên không
biết có tính ngày ấy là ngày làm việc hay không. Hãy xem lại thông báo: khi hoán
đổi, nghỉ một ngày và làm bù vào một ngày khác, thường là thứ Bảy. Sửa ngày ghi
nhầm, hoặc bỏ bản ghi không còn đúng.

Sai:
    # calendar.yaml
    days:
      - {date: 2026-08-31, kind: exchanged, name: Nghỉ hoán đổi}
      - {date: 2026-08-31, kind: worked, name: Làm bù}

Đúng:
    # calendar.yaml
    days:
      - {date: 2026-08-31, kind: exchanged, name: Nghỉ hoán đổi}
      - {date: 2026-08-22, kind: worked, name: Làm bù}""",
}
