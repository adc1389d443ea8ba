"""What the warnings mean and how to accept them, in Vietnamese."""

EXPLANATIONS = {
    "number-gap": """\
Số thứ tự bỏ qua một hay nhiều số, ví dụ từ 1 đến 4. Người đọc phụ lục sẽ tưởng
thiếu nhiệm vụ. Hãy xóa khóa number để công cụ tự đánh số; nếu bản đã ký bỏ số
thật, ghi allow kèm lý do vào nhiệm vụ đứng sau chỗ trống.

Sai:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      number: 4
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]

Đúng:
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
Hai nhiệm vụ, hoặc hai mục cùng bậc, in cùng một số. Khi công văn viện dẫn
“nhiệm vụ số 1”, không biết là việc nào. Hãy sửa số hoặc xóa khóa number; nếu
bản đã ký in trùng, ghi allow: {number-repeat: lý do} vào bản ghi sau.

Sai:
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

Đúng:
    - id: bao-cao-quy
      content: Báo cáo quý
      deadline: Định kỳ hàng quý
      lead: [van-phong]
    - id: bao-cao-nam
      content: Báo cáo năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "lead-also-coordinating": """\
Một đơn vị đứng ở cả cột chủ trì và cột phối hợp của cùng một nhiệm vụ, nên
không rõ trách nhiệm chính. Hãy bỏ đơn vị khỏi một cột. Nếu bản đã ký ghi như
vậy, ghi allow: {lead-also-coordinating: lý do} vào nhiệm vụ.

Sai:
    lead: [van-phong]
    coordinating: [van-phong, phong-cchc]

Đúng:
    lead: [van-phong]
    coordinating: [phong-cchc]""",
    "unused-unit": """\
Đơn vị có trong units.yaml nhưng không kế hoạch, nhóm hay đơn vị nào dùng đến.
Thường là còn sót sau khi sáp nhập, hoặc kế hoạch ghi nhầm sang đơn vị khác. Hãy
xóa đơn vị; nếu muốn giữ, ghi allow kèm lý do vào đơn vị.

Sai:
    # units.yaml
    units:
      phong-viec-lam:
        name: Phòng Việc làm

Đúng:
    # units.yaml
    units:
      phong-viec-lam:
        name: Phòng Việc làm
        allow: {unused-unit: Sẽ giao việc từ quý III}""",
    "unused-event-type": """\
Loại sự kiện có trong events.yaml nhưng không thời hạn hay sự kiện nào dùng đến.
Có thể một thời hạn lẽ ra phải tính từ loại này mà chưa nối. Hãy nối thời hạn,
hoặc xóa loại; nếu muốn giữ, ghi allow kèm lý do vào loại sự kiện.

Sai:
    # events.yaml
    types:
      hop-giao-ban:
        name: Họp giao ban

Đúng:
    # events.yaml
    types:
      hop-giao-ban:
        name: Họp giao ban
        allow: {unused-event-type: Dùng cho kế hoạch năm sau}""",
    "outside-period": """\
Thời hạn rơi ra ngoài thời gian của kế hoạch. Thường là gõ nhầm năm hoặc quên
sửa khi chép kế hoạch năm trước, và việc sẽ bị nhắc sai lúc. Hãy kiểm tra năm;
nếu đúng là hạn sang năm sau, ghi allow kèm lý do vào nhiệm vụ.

Sai:
    deadline:
      by: 2026-01-15

Đúng:
    deadline:
      by: 2026-01-15
    allow: {outside-period: Báo cáo tổng kết năm 2025}""",
    "missing-evidence": """\
Việc được ghi là hoàn thành nhưng chưa có tài liệu kiểm chứng. Khi chấm điểm Chỉ
số CCHC, phần không có tài liệu thường không được tính. Hãy thêm evidence: số,
ngày của văn bản hoặc nơi lưu. Nếu không có văn bản, ghi
allow: {missing-evidence: lý do} vào bản ghi hoàn thành.

Sai:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20

Đúng:
    # progress.yaml
    completions:
      - task: bao-cao-quy
        occurrence: 2025-Q1
        completed_on: 2025-03-20
        evidence: Báo cáo số 57/BC-VP ngày 20/3/2025""",
    "missing-deadline": """\
Nhiệm vụ chưa có thời hạn nên không bao giờ được nhắc. Hãy thêm khóa deadline;
việc làm liên tục thì ghi Thường xuyên. Nếu bản đã ký để trống ô này, ghi
allow: {missing-deadline: lý do} vào nhiệm vụ.

Sai:
    - id: cong-khai-tthc
      content: Công khai TTHC
      lead: [van-phong]

Đúng:
    - id: cong-khai-tthc
      content: Công khai TTHC
      deadline: Thường xuyên
      lead: [van-phong]""",
    "duplicate-duty": """\
Hai nhiệm vụ của cùng các đơn vị có cùng thời hạn tính từ cùng loại sự kiện,
lời văn gần như nhau: một văn bản đến sẽ mở hai hạn như nhau, và một kết quả
phải ghi hai lần. Bỏ một nhiệm vụ; nếu kế hoạch đã ký có cả hai, ghi
allow: {duplicate-duty: lý do} vào nhiệm vụ sau.

Sai:
    - id: du-thao-quy-trinh
      content: Trình quy trình nội bộ để phê duyệt
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]
    - id: trinh-quy-trinh
      content: Trình phê duyệt quy trình nội bộ
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]

Đúng:
    - id: du-thao-quy-trinh
      content: Dự thảo quy trình nội bộ
      deadline: {within: 30 days, after: bnv-cong-bo}
      lead: [van-phong]
    - id: trinh-quy-trinh
      content: Trình phê duyệt quy trình nội bộ
      deadline: {within: 45 days, after: bnv-cong-bo}
      lead: [van-phong]""",
    "document-number": """\
Số, ký hiệu không giống cách ghi của Nghị định 30/2020/NĐ-CP, nên sau này khó
tìm lại văn bản. Chỉ ghi số và ký hiệu, không ghi tên loại hay ngày. Nếu văn bản
có ký hiệu riêng, ghi allow: {document-number: lý do} vào bản ghi.

Sai:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: QĐ số 123 của BNV
        issued_on: 2025-03-03

Đúng:
    # events.yaml
    types:
      bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}
    events:
      - id: qd-123-bnv
        type: bnv-cong-bo
        document: 123/QĐ-BNV
        issued_on: 2025-03-03""",
    "not-nfc": """\
Chữ và dấu được lưu thành các ký tự rời, thường do gõ bằng bảng mã Unicode tổ
hợp hoặc chép từ máy Mac. Nhìn giống nhau nhưng tìm kiếm không ra, và có phông
in lệch dấu. Lệnh cchc fmt sửa tất cả. Nếu phải giữ nguyên, ghi
allow: {not-nfc: lý do} vào bản ghi.

Sai:
    content: Kê´ hoạch CCHC  # ê và dấu sắc là hai ký tự

Đúng:
    content: Kế hoạch CCHC""",
    "odd-character": """\
Có ký tự không nhìn thấy, hoặc ký tự riêng của phông chữ cũ trong Word như dấu
đầu dòng. Bản in có thể hiện ô vuông, và tìm kiếm không ra. Lệnh cchc fmt sửa
được, hoặc xóa rồi gõ lại. Nếu phải giữ nguyên, ghi
allow: {odd-character: lý do} vào bản ghi.

Sai:
    content: Báo<U+200B> cáo quý I

Đúng:
    content: Báo cáo quý I""",
    "flow-prose": """\
Trong dấu ngoặc [ ], mỗi dấu phẩy tách một mục, nên một câu có dấu phẩy bị cắt
thành nhiều gạch đầu dòng. Hãy viết mỗi mục một dòng sau dấu “- ”. Nếu đúng là
nhiều mục và muốn giữ trong ngoặc, ghi allow: {flow-prose: lý do} vào bản ghi.

Sai:
    results: [Báo cáo của Phòng Tổ chức, Biên chế]

Đúng:
    results:
      - Báo cáo của Phòng Tổ chức, Biên chế""",
    "text-cut-by-comment": """\
Trong YAML, dấu # sau một dấu cách mở đầu chú thích, nên phần sau nó không được
in. Hãy đặt cả nội dung trong dấu nháy. Nếu đúng là chú thích, để hai dấu cách
trước dấu #, hoặc ghi allow: {text-cut-by-comment: lý do} vào bản ghi.

Sai:
    content: Báo cáo theo mẫu #2 của Bộ

Đúng:
    content: 'Báo cáo theo mẫu #2 của Bộ'""",
    "unused-allow": """\
Khóa allow chấp nhận một cảnh báo không còn ở bản ghi này, hoặc mã bị gõ sai. Để
lại thì sau này nó che mất một cảnh báo thật. Hãy xóa mục đó hoặc sửa mã. Lỗi
thì không chấp nhận bằng allow được, phải sửa.

Sai:
    deadline: Trước ngày 30/11/2025
    allow: {missing-deadline: Bản đã ký để trống}

Đúng:
    deadline: Trước ngày 30/11/2025""",
    "edited-after-issue": """\
Kế hoạch đã có số và ngày, mà phụ lục in từ tệp hiện nay khác phụ lục in từ bản
đã ký, là bản mang thẻ git do lệnh cchc issue gắn. Số và ngày không so. Kế hoạch
đã ký thì chỉ đổi bằng văn bản: ghi số của văn bản sửa đổi vào
document.amended_by, hoặc trả nội dung về như đã ký. Tên đơn vị đổi trong
units.yaml cũng làm bản in đổi: đơn vị đổi tên là một đơn vị mới, ghi
succeeded_by. Không có thẻ (bản sao chưa lấy thẻ: git fetch --tags) thì không
so. Nếu bản in khác mà nghĩa vẫn vậy, ghi allow: {edited-after-issue: lý do} vào
kế hoạch.

Sai:
    document: {number: 123, symbol: KH-SNV, issued_on: 2025-01-15}
    tasks:
      - id: bao-cao
        content: Báo cáo kết quả
        deadline: Quý II/2025  # bản đã ký: Quý I/2025
        lead: [van-phong]

Đúng:
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
