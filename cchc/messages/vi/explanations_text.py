"""What the faults of a file's text mean, in Vietnamese."""

EXPLANATIONS = {
    "unreadable-file": """\
Tệp có đó nhưng máy không cho đọc, thường vì thiếu quyền hoặc tệp đang bị chương
trình khác khóa. Những gì ghi trong tệp chưa được kiểm tra và chưa được theo dõi
hạn. Hãy cấp quyền đọc cho tài khoản đang chạy lệnh, hoặc đóng chương trình đang
giữ tệp.

Sai:
    # units.yaml: chỉ quản trị viên được đọc
    units: {}

Đúng:
    # units.yaml: mọi người trong nhóm soạn thảo được đọc
    units: {}""",
    "too-large": """\
Tệp lớn hơn mức công cụ nhận đọc. Kế hoạch của một cơ quan không dài đến vậy,
nên thường là chép nhầm tệp khác vào. Nếu đúng là kế hoạch, hãy để mỗi mục lớn
thành một tệp riêng trong thư mục sections.

Sai:
    # plan.yaml: 6 MB
    sections:
      - number: A
        title: NÂNG CAO CHỈ SỐ CCHC
        tasks: []  # và hàng nghìn nhiệm vụ

Đúng:
    # plan.yaml
    sections:
      - sections/a.yaml
      - sections/b.yaml""",
    "not-utf8": """\
Tệp được lưu bằng bảng mã khác, như TCVN3, Windows-1258 hoặc UTF-16. Nếu đọc
liều, chữ tiếng Việt trong phụ lục sẽ sai dấu. Hãy mở tệp bằng chương trình đã
tạo ra nó, chọn Lưu thành… (Save as…) và mã UTF-8.

Sai:
    # units.yaml: lưu bằng mã Windows-1258
    units:
      van-phong:
        name: Vãn phòng SÒ

Đúng:
    # units.yaml: lưu bằng mã UTF-8
    units:
      van-phong:
        name: Văn phòng Sở""",
    "unsafe-character": """\
Có ký tự điều khiển hoặc ký tự đảo chiều chữ, nên người xem thấy một nội dung
còn máy đọc nội dung khác. Vì vậy một ngày hay một số có thể bị hiểu sai mà
người duyệt không biết. Hãy xóa ký tự ở chỗ được chỉ ra rồi gõ lại dòng đó; nó
thường theo vào khi sao chép từ trang web hoặc tệp PDF.

Sai:
    content: "Báo cáo \\u202equý I"

Đúng:
    content: Báo cáo quý I""",
    "conflict-marker": """\
Hai người cùng sửa một chỗ và git để lại cả hai bản, cách nhau bằng các dòng
<<<<<<<, ======= và >>>>>>>. Chưa chọn thì không biết bản nào đúng, nên cả tệp
chưa được đọc. Hãy hỏi người cùng sửa, giữ nội dung đúng và xóa các dòng dấu.

Sai:
    <<<<<<< HEAD
    deadline: Trước ngày 30/11/2025
    =======
    deadline: Trước ngày 15/12/2025
    >>>>>>> sua-thoi-han

Đúng:
    deadline: Trước ngày 15/12/2025""",
    "yaml-syntax": """\
Dòng này không viết đúng quy tắc của YAML nên cả tệp chưa được đọc. Hay gặp
nhất: nội dung có dấu hai chấm mà không đặt trong dấu nháy, thụt lề bằng phím
Tab, dấu nháy hoặc dấu ngoặc không đóng. Hãy xem dòng được chỉ ra và dòng ngay
trên nó.

Sai:
    content: Báo cáo: kết quả quý I

Đúng:
    content: 'Báo cáo: kết quả quý I'""",
    "too-deep": """\
Dữ liệu lồng trong nhau quá nhiều bậc, thường do gõ thừa dấu ngoặc hoặc do tệp
được máy sinh ra. Công cụ dừng lại để không bị treo vì một tệp hỏng. Hãy bỏ các
bậc thừa; mục và tiểu mục của kế hoạch không bao giờ cần nhiều bậc như vậy.

Sai:
    results: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      Báo cáo
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Đúng:
    results:
      - Báo cáo""",
    "yaml-tag": """\
Nhãn như !!str hay !!date bảo YAML đổi kiểu của giá trị. Ở đây không dùng nhãn:
mọi giá trị giữ nguyên như đã gõ, người không rành YAML vẫn đọc đúng. Hãy xóa
nhãn; nếu nội dung thật sự bắt đầu bằng dấu “!”, đặt cả nội dung trong dấu nháy.

Sai:
    number: !!str 1

Đúng:
    number: 1""",
    "yaml-alias": """\
Dấu & đặt tên cho một đoạn, dấu * hoặc << chép đoạn ấy vào chỗ khác. Sửa một chỗ
sẽ làm đổi chỗ khác mà người duyệt không thấy, nên không dùng ở đây. Hãy viết
lại nội dung đầy đủ; nếu nội dung thật sự bắt đầu bằng & hoặc *, đặt trong dấu
nháy.

Sai:
    lead: &chung [van-phong]
    coordinating: *chung

Đúng:
    lead: [van-phong]
    coordinating: [phong-cchc]""",
    "multiple-documents": """\
Dòng “---” thứ hai mở một tài liệu khác trong cùng một tệp. Phần sau dòng ấy sẽ
bị bỏ qua mà không ai hay, nên cả tệp chưa được đọc. Hãy xóa dòng “---” và gộp
hai phần, hoặc tách thành hai tệp.

Sai:
    # units.yaml
    units:
      van-phong:
        name: Văn phòng Sở
    ---
    units:
      phong-cchc:
        name: Phòng Cải cách hành chính

Đúng:
    # units.yaml
    units:
      van-phong:
        name: Văn phòng Sở
      phong-cchc:
        name: Phòng Cải cách hành chính""",
}
