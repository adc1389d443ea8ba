"""Texts of `--help`, in Vietnamese."""

HELP = {
    "app": "Kế hoạch cải cách hành chính viết bằng YAML trong git: kiểm tra, tính hạn, in phụ lục.",
    "options": "Tùy chọn",
    "arguments": "Tham số",
    "commands": "Lệnh",
    "usage": "Cách dùng:",
    "help": "In trợ giúp này.",
    "version": "In phiên bản.",
    "root": "Thư mục làm việc (có cchc.yaml); mặc định tìm từ thư mục hiện tại trở lên.",
    "lang": "Ngôn ngữ: vi hoặc en.",
    "output": "Ghi kết quả vào tệp thay vì màn hình.",
    "plan": "Mã kế hoạch.",
    "metavar/options": "[TÙY CHỌN]",
    "metavar/command": "LỆNH [THAM SỐ]...",
    "install-completion": "Cài gợi ý lệnh cho trình dòng lệnh đang dùng.",
    "show-completion": "In đoạn gợi ý lệnh, để chép hoặc sửa.",
    "validate": "Kiểm tra mọi kế hoạch, không sửa gì.\n\nVí dụ:\n\n\b\n"
    "  cchc validate\n  cchc validate plans/snv-2025 --strict\n  cchc validate --format json",
    "validate/paths": "Tệp hoặc thư mục cần kiểm tra; mặc định cả thư mục làm việc.",
    "validate/format": "text, json hoặc github.",
    "validate/strict": "Cảnh báo cũng coi là không đạt.",
    "due": "Liệt kê việc quá hạn và việc đến hạn trong khoảng thời gian.\n\nVí dụ:\n\n\b\n"
    "  cchc due\n  cchc due --month --unit van-phong\n  cchc due --as-of 2025-06-02 --format json\n"
    "  cchc due --month --format ics --output viec.ics",
    "due/week": "Tuần này, thứ Hai đến Chủ nhật (mặc định).",
    "due/month": "Tháng này.",
    "due/quarter": "Quý này.",
    "due/year": "Năm này.",
    "due/next": "N ngày tới.",
    "due/from": "Từ ngày.",
    "due/to": "Đến ngày.",
    "due/overdue": "Có hoặc không liệt kê việc quá hạn.",
    "due/unit": "Chỉ việc của đơn vị này.",
    "due/role": "Vai trò của đơn vị: lead (chủ trì), coordinating (phối hợp), any.",
    "due/status": "Chỉ việc có tình trạng này (có thể ghi nhiều lần).",
    "due/sample": "Có hoặc không dùng dữ liệu ví dụ.",
    "due/all": "Liệt kê mọi kỳ của kế hoạch.",
    "due/format": "table, json, md (bảng cho GitHub), csv (Excel) hoặc ics (lịch).",
    "due/fail-overdue": "Kết thúc với mã 1 nếu có việc quá hạn.",
    "due/if": "Giả sử có sự kiện: LOẠI=NGÀY (có thể ghi nhiều lần).",
    "due/known": "Chỉ dùng lịch nghỉ đã công bố đến ngày --as-of.",
    "due/as-of": "Coi ngày này là hôm nay.",
    "render": "In phụ lục ra tệp; đuôi tệp chọn định dạng.\n\nVí dụ:\n\n\b\n"
    "  cchc render phu-luc.docx\n  cchc render phu-luc.docx --plan snv-2025\n  cchc render phu-luc.xlsx\n"
    "  cchc render phu-luc.docx --rev HEAD",
    "render/out": "Tệp cần ghi, ví dụ phu-luc.docx.",
    "render/template": "Mẫu Word dùng thay cho appendix.docx: đường dẫn, hoặc progress.docx (tình hình thực hiện).",
    "render/rev": "In như ở bản này trong git: mã của commit, thẻ, nhánh, HEAD~1.",
    "render/check": "Không ghi; kết thúc với mã 1 nếu tệp khác bản sẽ in ra.",
    "docx": "Việc với tệp Word.",
    "docx check": "Kiểm tra thể thức của một tệp Word theo NĐ 30/2020/NĐ-CP.\n\nVí dụ:\n\n\b\n"
    "  cchc docx check templates/appendix.docx\n  cchc docx check templates/appendix.docx --format json",
    "docx check/file": "Tệp .docx cần kiểm tra.",
    "docx check/format": "text hoặc json.",
    "explain": "Giải thích hạn của một nhiệm vụ, một cách ghi thời hạn, hoặc một mã lỗi.\n\nVí dụ:\n\n\b\n"
    '  cchc explain B.II.3 --as-of 2025-06-02\n  cchc explain --wording "Trước ngày 15/12" --year 2025\n'
    "  cchc explain --code number-gap",
    "explain/task": "Mã nhiệm vụ, kế hoạch/mã, hoặc số thứ tự in trong phụ lục.",
    "explain/wording": "Cách ghi thời hạn cần đọc thành quy tắc.",
    "explain/year": "Năm của kế hoạch, cho ngày không ghi năm.",
    "explain/part": "Chỉ phần này của nhiệm vụ.",
    "explain/occurrence": "Chỉ kỳ này.",
    "explain/format": "text hoặc json.",
    "explain/code": "Mã cần giải thích.",
    "calendar": "Xem ngày nghỉ, ngày hoán đổi của một năm, và căn cứ của từng ngày.\n\nVí dụ:\n\n\b\n"
    "  cchc calendar\n  cchc calendar 2026 --as-of 2025-12-01 --known\n  cchc calendar 2025 --format json",
    "calendar/year": "Năm cần xem, từ 2000 đến 2100; mặc định là năm nay.",
    "calendar/format": "table hoặc json.",
    "template": "Mẫu Word của phụ lục.",
    "template check": "Kiểm tra một mẫu Word: nêu mọi chỗ sai, và các tên dùng được.\n\nVí dụ:\n\n\b\n"
    "  cchc template check appendix.docx\n  cchc template check templates/progress.docx --format json\n"
    "  cchc template check --names",
    "template/file": "Tệp mẫu; chỉ ghi tên, như appendix.docx, là mẫu cùng tên trong templates/ hoặc kèm công cụ.",
    "template/names": "Chỉ in các tên dùng được trong mẫu, và nghĩa.",
    "template/format": "text hoặc json.",
    "fmt": "Viết lại tệp YAML theo một bố cục thống nhất; nghĩa và chú thích giữ nguyên.\n\nVí dụ:\n\n\b\n"
    "  cchc fmt\n  cchc fmt --check\n  cchc fmt plans/snv-2025 --diff",
    "fmt/paths": "Tệp hoặc thư mục cần viết lại; mặc định cả thư mục làm việc.",
    "fmt/check": "Không ghi; kết thúc với mã 1 nếu có tệp chưa đúng bố cục.",
    "fmt/diff": "Không ghi; in chỗ sẽ đổi, kết thúc với mã 1 nếu có.",
}
