"""What the faults of a record's shape mean, in Vietnamese."""

EXPLANATIONS = {
    "duplicate-key": """\
Một khóa được ghi hai lần trong cùng một bản ghi. Chỉ một trong hai giá trị có
hiệu lực, nên người đọc có thể tin nhầm giá trị kia, chẳng hạn một thời hạn đã
cũ. Hãy giữ lại giá trị đúng và xóa giá trị còn lại.

Sai:
    deadline: Trước ngày 30/11/2025
    lead: [van-phong]
    deadline: Trước ngày 15/12/2025

Đúng:
    deadline: Trước ngày 15/12/2025
    lead: [van-phong]""",
    "unknown-key": """\
Công cụ không biết khóa này, thường do gõ sai tên hoặc đặt sai bậc thụt lề. Nếu
bỏ qua, nội dung dưới khóa sẽ lặng lẽ mất khỏi phụ lục hoặc không được theo dõi.
Hãy sửa tên khóa theo gợi ý. Một thời hạn chỉ có một quy tắc; nhiều quy tắc cùng
lúc viết dưới khóa all.

Sai:
    dealine: Trước ngày 30/11/2025

Đúng:
    deadline: Trước ngày 30/11/2025""",
    "missing-key": """\
Bản ghi thiếu một khóa bắt buộc. Nhiệm vụ phải có id, content và lead; thiếu đơn
vị chủ trì thì không biết nhắc ai. Hãy thêm khóa được nêu tên.

Sai:
    - id: bao-cao-nam
      content: Báo cáo kết quả CCHC năm
      deadline: Trước ngày 30/11/2025

Đúng:
    - id: bao-cao-nam
      content: Báo cáo kết quả CCHC năm
      deadline: Trước ngày 30/11/2025
      lead: [van-phong]""",
    "wrong-type": """\
Giá trị có nhưng không đúng dạng mà khóa này cần: danh sách, đoạn chữ, số, ngày,
hoặc true/false. Vì vậy cả bản ghi chưa được kiểm tra và chưa được tính hạn.
Danh sách viết trong dấu [ ] hoặc mỗi dòng một mục sau dấu “- ”, kể cả khi chỉ
có một mục; ngày viết 2025-11-30, số viết bằng chữ số.

Sai:
    lead: van-phong

Đúng:
    lead: [van-phong]""",
    "invalid-value": """\
Giá trị đúng dạng nhưng nằm ngoài những gì khóa này nhận: một mã có dấu tiếng
Việt, một kỳ hay một thời hạn viết sai, một số quá lớn. Công cụ không đoán, vì
đoán sai là sai ngày. Hãy viết lại theo gợi ý bên dưới thông báo.

Sai:
    deadline:
      every: monthly
      by_day: 25

Đúng:
    deadline:
      every: month
      by_day: 25""",
    "invalid-date": """\
Ngày này không có trong lịch, viết sai dạng, hoặc năm quá xa. Không thể tính hạn
từ một ngày như vậy. Hãy viết năm-tháng-ngày, ví dụ 2025-11-30; dạng 30/11/2025
cũng được hiểu.

Sai:
    deadline:
      by: 2025-02-30

Đúng:
    deadline:
      by: 2025-02-28""",
    "path-outside": """\
Kế hoạch gọi một tệp nằm ngoài thư mục của nó, bằng “..” hoặc bằng liên kết.
Công cụ không đọc ra ngoài, để kế hoạch không lấy nhầm tệp của đơn vị khác và
chép sang máy khác vẫn đủ. Hãy chép tệp cần dùng vào thư mục của kế hoạch.

Sai:
    sections:
      - ../snv-2024/sections/b.yaml

Đúng:
    sections:
      - sections/b.yaml""",
}
