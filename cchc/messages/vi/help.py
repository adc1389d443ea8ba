"""Texts of `--help`, in Vietnamese."""

HELP = {
    "app": "Kế hoạch cải cách hành chính viết bằng YAML trong git: kiểm tra, tính hạn, in phụ lục.",
    "options": "Tùy chọn",
    "arguments": "Tham số",
    "commands": "Lệnh",
    "required": "(bắt buộc)",
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
    "  cchc validate\n  cchc validate plans/snv-2025 --strict\n  cchc validate --format json\n"
    "  cchc validate --format sarif --output cchc.sarif",
    "validate/paths": "Tệp hoặc thư mục cần kiểm tra; mặc định cả thư mục làm việc.",
    "validate/format": "text, json; github, gitlab, sarif, junit cho máy chủ kiểm tra.",
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
    "  cchc render phu-luc.html\n  cchc render phu-luc.csv\n"
    "  cchc render phu-luc.docx --rev HEAD",
    "render/out": "Tệp cần ghi: .docx, .pdf (cần có LibreOffice), .html, .xlsx, .csv, .md hoặc .json.",
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
    "import": "Lập kế hoạch từ phụ lục đã có (Word, Excel, trang web, văn bản có tab); báo chỗ đã đọc, chỗ đoán, chỗ còn lại.\n\n"
    "Ví dụ:\n\n\b\n"
    "  cchc import phu-luc-2024.docx --into plans/snv-2024 --dry-run\n"
    "  cchc import phu-luc-2024.docx --into plans/snv-2024 --prove --dry-run\n"
    "  cchc import phu-luc-da-sua.docx --update plans/snv-2025 --dry-run",
    "import/file": "Tệp .docx, .xlsx, .html, .csv hoặc văn bản có tab.",
    "import/into": "Kế hoạch mới, như plans/snv-2025.",
    "import/update": "Kế hoạch đã có mà các sửa đổi trong Word được đưa về, như plans/snv-2025.",
    "import/year": "Năm của kế hoạch, khi tên phụ lục không ghi.",
    "import/table": "Số của bảng, khi tệp có nhiều phụ lục.",
    "import/tracked": "Thay đổi được theo dõi trong Word: accept (coi như đã chấp nhận) hoặc ignore (đọc chữ trước khi sửa).",
    "import/prove": "In thử kế hoạch và chỉ ra từng ô khác tài liệu.",
    "import/format": "text hoặc json.",
    "diff": "Cho biết giữa hai bản trong git, kế hoạch đổi những gì và hạn nào đổi theo.\n\nVí dụ:\n\n\b\n"
    "  cchc diff\n  cchc diff HEAD --format md\n  cchc diff HEAD --plan snv-2025 --as-of 2025-06-02\n"
    "  cchc diff HEAD --table bang-so-sanh.docx",
    "diff/base": "Bản cũ: mã của commit, thẻ, nhánh, HEAD~1; A..B so hai bản, A...B so từ chỗ B tách khỏi A. Mặc định HEAD.",
    "diff/head": "Bản mới; mặc định là thư mục đang có.",
    "diff/since-issued": "So với bản đã ban hành (thẻ do cchc issue đặt); số và ngày của văn bản không kể.",
    "diff/format": "text, md (góp ý của pull request), json hoặc html.",
    "diff/table": "Ghi bảng so sánh ba cột (hiện hành, sửa đổi, lý do) ra tệp Word này; lý do lấy từ lời ghi của các commit.",
    "diff/docx": "Ghi phụ lục có theo dõi thay đổi (chữ, hàng thêm và bỏ) ra tệp Word này; cần cài cchc[redline].",
    "fmt": "Viết lại tệp YAML theo một bố cục thống nhất; nghĩa và chú thích giữ nguyên.\n\nVí dụ:\n\n\b\n"
    "  cchc fmt\n  cchc fmt --check\n  cchc fmt plans/snv-2025 --diff",
    "fmt/paths": "Tệp hoặc thư mục cần viết lại; mặc định cả thư mục làm việc.",
    "fmt/check": "Không ghi; kết thúc với mã 1 nếu có tệp chưa đúng bố cục.",
    "fmt/diff": "Không ghi; in chỗ sẽ đổi, kết thúc với mã 1 nếu có.",
    "merge-file": "Hợp nhất hai bản sửa của một tệp theo từng nhiệm vụ, từng khóa; git gọi lệnh này khi hợp nhất nhánh."
    "\n\nVí dụ:\n\n\b\n  cchc merge-file plans/units.yaml plans/units.yaml plans/units.yaml --path plans/units.yaml",
    "merge-file/base": "Bản gốc chung của hai bên (%O của git).",
    "merge-file/ours": "Bản bên này (%A); kết quả được ghi vào đây.",
    "merge-file/theirs": "Bản bên kia (%B).",
    "merge-file/path": "Đường dẫn thật của tệp trong kho (%P), cho biết loại tệp.",
    "merge-file/marker-size": "Độ dài dấu xung đột (%L); mặc định là 7.",
    "merge-file/base-label": "Tên bản gốc ghi sau dấu xung đột.",
    "merge-file/ours-label": "Tên bản bên này ghi sau dấu xung đột.",
    "merge-file/theirs-label": "Tên bản bên kia ghi sau dấu xung đột.",
    "init": "Tạo thư mục làm việc có kế hoạch đầu tiên; tệp đã có thì giữ nguyên, chỉ thêm tệp còn thiếu.\n\nVí dụ:\n\n\b\n"
    '  cchc init --name "Sở Nội vụ tỉnh Khánh Hòa"\n'
    '  cchc init ../ubnd-xa --name "UBND xã Diên Khánh" --year 2026 --plan dien-khanh-2026 --symbol KH-UBND\n'
    "  cchc init --dry-run",
    "init/folder": "Thư mục cần tạo; mặc định là thư mục hiện tại.",
    "init/name": "Tên cơ quan.",
    "init/unit": "Mã của cơ quan; mặc định lấy từ tên.",
    "init/year": "Năm của kế hoạch; mặc định là năm nay.",
    "init/plan": "Mã kế hoạch; mặc định lấy từ tên và năm.",
    "init/symbol": "Ký hiệu văn bản của kế hoạch, như KH-SNV.",
    "init/ci": "Máy chủ kiểm tra tự động: github (mặc định), gitlab, none (không dùng).",
    "init/dry-run": "Không ghi; in tên các tệp sẽ ghi.",
    "new-year": "Lập kế hoạch năm sau từ kế hoạch năm nay: ngày và năm được chuyển, chỗ cần người xem được liệt kê."
    "\n\nVí dụ:\n\n\b\n"
    "  cchc new-year snv-2025 snv-2026 --dry-run\n  cchc new-year snv-2025 snv-2026\n"
    "  cchc new-year snv-2025 ke-hoach-moi --year 2027 --dry-run --format json",
    "new-year/old": "Mã kế hoạch đang có.",
    "new-year/new": "Mã kế hoạch sẽ lập, cũng là tên thư mục.",
    "new-year/year": "Năm của kế hoạch mới; mặc định là năm ghi trong mã mới, hoặc năm tiếp theo.",
    "new-year/format": "text hoặc json.",
    "new-year/dry-run": "Không ghi; chỉ in danh sách.",
    "schema": "In JSON Schema của một loại tệp, để trình soạn thảo gợi ý khóa và báo chỗ sai khi đang gõ.\n\nVí dụ:\n\n\b\n"
    "  cchc schema\n  cchc schema plan --output plan.json\n  cchc schema --folder schema",
    "schema/kind": "settings, units, events, calendar, plan, section hoặc progress; bỏ trống thì liệt kê các loại.",
    "schema/folder": "Ghi vào thư mục này, mỗi loại một tệp.",
    "dry-run": "Không ghi; in chỗ sẽ đổi.",
    "record/part": "Phần của nhiệm vụ; bỏ trống là cả nhiệm vụ.",
    "record/occurrence": "Kỳ; chỉ có một kỳ chưa xong thì không cần ghi.",
    "done": "Ghi một việc đã hoàn thành.\n\nVí dụ:\n\n\b\n"
    '  cchc done A.1 --occurrence 2025-06 --on 2025-06-27 --evidence "Báo cáo số 120/BC-VP ngày 27/6/2025"',
    "done/on": "Ngày hoàn thành.",
    "done/evidence": "Tài liệu kiểm chứng: số, ngày của văn bản.",
    "extend": "Ghi một lần gia hạn đã được phê duyệt.\n\nVí dụ:\n\n\b\n"
    "  cchc extend A.10 --to 2025-12-15 --approved-on 2025-11-20 --document 310/SNV-VP",
    "extend/to": "Hạn mới.",
    "extend/approved-on": "Ngày phê duyệt.",
    "extend/approved-by": "Người hoặc cơ quan phê duyệt.",
    "extend/document": "Số, ký hiệu văn bản.",
    "waive": "Ghi một kỳ không phát sinh việc phải làm, kèm lý do.\n\nVí dụ:\n\n\b\n"
    '  cchc waive A.1 --occurrence 2025-07 --on 2025-08-01 --reason "Không phát sinh hồ sơ"',
    "waive/on": "Ngày ghi nhận.",
    "waive/reason": "Lý do.",
    "waive/document": "Số, ký hiệu văn bản.",
    "measure": "Ghi một số đo của chỉ tiêu.\n\nVí dụ:\n\n\b\n  cchc measure A.4 --as-of 2025-06-30 --value 97.5",
    "measure/target": "Mã chỉ tiêu; chỉ có một thì không cần ghi.",
    "measure/as-of": "Số đo tính đến ngày này.",
    "measure/value": "Giá trị, dấu thập phân là dấu chấm.",
    "issue": "Ghi số, ngày của kế hoạch đã ký; gắn thẻ git vào bản đã ký.\n\nVí dụ:\n\n\b\n"
    "  cchc issue snv-2025 --number 123/KH-SNV --on 2025-01-15",
    "issue/number": "Số văn bản, có hoặc không có ký hiệu: 123, 123/KH-SNV.",
    "issue/on": "Ngày ban hành.",
    "event": "Sự kiện làm căn cứ tính hạn.",
    "event add": "Ghi một sự kiện; cho biết nó mở ra việc gì, hạn ngày nào.\n\nVí dụ:\n\n\b\n"
    '  cchc event add --type bnv-cong-bo --subject "Công bố danh mục TTHC" --document 123/QĐ-BNV '
    "--issued-on 2025-03-03",
    "event/type": "Loại sự kiện, trong events.yaml.",
    "event/subject": "Trích yếu.",
    "event/document": "Số, ký hiệu văn bản.",
    "event/issued-on": "Ngày ban hành, hoặc ngày xảy ra.",
    "event/received-on": "Ngày văn thư nhận.",
    "event/effective-on": "Ngày có hiệu lực.",
    "event/register-number": "Số công văn đến.",
    "event/id": "Mã sự kiện; mặc định lấy từ tháng và số văn bản.",
    "task": "Việc với nhiệm vụ.",
    "task add": "Thêm một nhiệm vụ; cho biết số thứ tự của nó và những số đổi theo.\n\nVí dụ:\n\n\b\n"
    '  cchc task add --section B.II --content "Lắp máy lấy số tự động" --deadline "Trước ngày 30/9/2025" --lead van-phong\n'
    '  cchc task add --after A.3 --content "Niêm yết TTHC" --deadline "Trong 5 ngày làm việc kể từ khi TTHC được phê duyệt" '
    '--rule within="5 working days" --rule after=phe-duyet-tthc --lead van-phong',
    "task/content": "Nội dung công việc.",
    "task/deadline": "Thời hạn, như in trong phụ lục.",
    "task/rule": "Một khóa của quy tắc, khi cách ghi thời hạn chưa đủ rõ: within=“5 working days”; ghi được nhiều lần.",
    "task/lead": "Đơn vị chủ trì, mã hoặc tên; ghi được nhiều lần.",
    "task/coordinating": "Đơn vị phối hợp, mã hoặc tên; ghi được nhiều lần.",
    "task/results": "Kết quả, sản phẩm; ghi nhiều lần thì in thành các dòng “- ”.",
    "task/number": "Số thứ tự in ra, khi không đếm tiếp từ nhiệm vụ trước.",
    "task/id": "Mã nhiệm vụ; mặc định lấy từ những chữ đầu của nội dung.",
    "task/section": "Mục, ghi số như B.II hoặc tên mục; kế hoạch không chia mục thì không cần ghi.",
    "task/before": "Đứng ngay trước nhiệm vụ này.",
    "task/after": "Đứng ngay sau nhiệm vụ này.",
    "task move": "Chuyển một nhiệm vụ sang chỗ khác trong kế hoạch; mã và chú thích giữ nguyên.\n\nVí dụ:\n\n\b\n"
    "  cchc task move B.II.3 --to B.III\n  cchc task move B.II.3 --before A.1 --dry-run",
    "task/to": "Mục chuyển đến, ghi số như B.II hoặc tên mục; đứng cuối mục nếu không ghi --before, --after.",
    "task withdraw": "Rút một nhiệm vụ: không in ra nữa, lịch sử còn nguyên.\n\nVí dụ:\n\n\b\n"
    "  cchc task withdraw B.II.3 --on 2025-07-01 --document 45/QĐ-SNV",
    "task/on": "Ngày rút.",
    "task/document": "Số, ký hiệu văn bản.",
    "unit": "Việc với đơn vị.",
    "unit rename": "Đổi tên một đơn vị: đơn vị mới kế thừa đơn vị cũ, văn bản đã ký giữ tên cũ.\n\nVí dụ:\n\n\b\n"
    '  cchc unit rename phong-tcbc --to "Phòng Tổ chức cán bộ" --on 2025-07-01 --dry-run\n'
    '  cchc unit rename phong-tcbc --to "Phòng Tổ chức cán bộ" --on 2025-07-01 --plan snv-2025',
    "unit/unit": "Mã hoặc tên của đơn vị.",
    "unit/to": "Tên mới.",
    "unit/on": "Ngày tên mới, đơn vị mới có hiệu lực.",
    "unit/id": "Mã của đơn vị mới; mặc định lấy từ tên.",
    "unit/plan": "Kế hoạch chưa ban hành cần ghi đơn vị mới; ghi được nhiều lần.",
    "unit split": "Tách một đơn vị thành nhiều đơn vị kế thừa.\n\nVí dụ:\n\n\b\n"
    '  cchc unit split phong-cchc --into "Phòng Cải cách hành chính" --into "luu-tru=Phòng Văn thư, Lưu trữ" --on 2025-07-01',
    "unit/into": "Một đơn vị mới, ghi tên hoặc mã=tên; ghi ít nhất hai lần.",
}
