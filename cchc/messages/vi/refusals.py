"""Why a command did nothing, in Vietnamese."""

REFUSALS = {
    "file/locked": "Có người khác đang ghi ({path}). Thử lại sau ít giây.",
    "file/changed": "{path} vừa bị thay đổi trong lúc ghi. Chạy lại lệnh.",
    "file/in-the-way": "Không ghi {path}: ở đó là liên kết hoặc không phải tệp thường. Xóa nó đi rồi chạy lại.",
    "file/unreadable": "Không đọc được {path}: {why}. Kiểm tra tên tệp và quyền đọc.",
    "file/not-regular": "{path} không phải là tệp thường. Chọn một tệp khác.",
    "file/too-large": "{path} quá lớn (giới hạn {limit} byte).",
    "xlsx/text-too-long": "Một ô của Excel chứa nhiều nhất {limit} ký tự; ở cột “{column}” có đoạn dài hơn: {text} "
    "Rút ngắn đoạn này, hoặc in ra .docx.",
    "intake/no-appendix": "Không thấy phụ lục trong {name} (đã xem {count} bảng). Cần một bảng có dòng tiêu đề: cột nội dung, "
    "và cột thời hạn, chủ trì hoặc kết quả.",
    "intake/empty": "Tệp {name} rỗng. Chép lại tệp, hoặc chọn tệp khác.",
    "intake/too-large": "Tệp {name} quá lớn (giới hạn: {limit}). Bỏ bớt ảnh, hoặc tách bảng ra nhiều tệp.",
    "intake/too-deep": "Tệp {name} có quá nhiều bảng hoặc khung lồng vào nhau. Chép riêng bảng cần nhập sang một tệp mới.",
    "intake/broken": "Tệp {name} hỏng, hoặc không phải tệp Word hay Excel. Mở bằng Word hoặc Excel, "
    "để chương trình sửa, rồi lưu lại.",
    "intake/unsafe": "Tệp {name} có thành phần không an toàn ({what}, ở {part}) nên không được đọc. "
    "Mở bằng Word hoặc Excel, lưu lại thành tệp mới.",
    "intake/opendocument": "Tệp {name} là OpenDocument (.odt, .ods). Mở bằng LibreOffice hoặc Word, lưu dạng .docx hoặc .xlsx.",
    "intake/other-zip": "Tệp {name} là tệp nén, không phải văn bản Word hay bảng tính Excel. Giải nén, "
    "rồi chọn tệp .docx hoặc .xlsx.",
    "intake/xlsb": "Tệp {name} là bảng tính dạng .xlsb. Mở bằng Excel, lưu dạng .xlsx.",
    "intake/password": "Tệp {name} có mật khẩu. Mở bằng Word hoặc Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ), rồi lưu lại.",
    "intake/old-word": "Tệp {name} là tệp Word dạng cũ (.doc). Mở bằng Word hoặc LibreOffice, lưu dạng .docx.",
    "intake/old-excel": "Tệp {name} là tệp Excel dạng cũ (.xls). Mở bằng Excel hoặc LibreOffice, lưu dạng .xlsx.",
    "intake/old-office": "Tệp {name} là tệp dạng cũ của Office, không rõ loại. Mở bằng chương trình đã tạo ra tệp, "
    "lưu dạng .docx hoặc .xlsx.",
    "intake/rtf": "Tệp {name} là RTF. Mở bằng Word hoặc LibreOffice, lưu dạng .docx.",
    "intake/pdf": "Tệp {name} là PDF, không giữ bảng. Dùng tệp .docx gốc, hoặc mở PDF bằng Word và lưu dạng .docx.",
    "intake/mht": "Tệp {name} là trang web đóng thành một tệp (.mht). Mở bằng Word, lưu dạng .docx.",
    "intake/word-xml": "Tệp {name} là văn bản Word lưu dạng .xml. Mở bằng Word, lưu dạng .docx.",
    "intake/encoding": "Không đọc được chữ của tệp {name}: bảng mã không rõ. Mở tệp, lưu lại với bảng mã UTF-8.",
    "intake/unknown-kind": "Không nhập được tệp {name}: không phải .docx, .xlsx, .html, .csv hay văn bản có tab. "
    "Lưu tệp ở một trong các dạng đó.",
    "office/none": "Tệp .pdf do LibreOffice tạo, mà máy này không có. Cài LibreOffice (libreoffice.org), "
    "hoặc ghi đường dẫn đầy đủ của soffice vào {variable}, hoặc in ra .docx rồi lưu thành PDF trong Word.",
    "office/not-there": "{variable} ghi {path}, không phải là đường dẫn đầy đủ của một chương trình. "
    "Ghi đường dẫn của soffice, hoặc bỏ {variable}.",
    "office/not-started": "Không chạy được {program}: {why}. Cài lại LibreOffice, hoặc in ra .docx rồi lưu thành PDF trong Word.",
    "office/failed": "LibreOffice ({program}) không tạo được PDF (mã {ended}). "
    "Thử lại; nếu vẫn lỗi, in ra .docx rồi lưu thành PDF trong Word.",
    "office/slow": "LibreOffice chưa tạo xong PDF sau {limit} giây và đã bị dừng. "
    "Thử lại khi máy rảnh hơn, hoặc in ra .docx rồi lưu thành PDF trong Word.",
    "redline/none": "Theo dõi thay đổi cần thư viện python-redlines. Cài bằng lệnh: pip install 'cchc[redline]'",
    "redline/failed": "Không ghi được thay đổi được theo dõi: {why}. Thử lại; nếu vẫn lỗi, dùng --table để in bảng so sánh.",
    "file/unwritable": "Không ghi được {path}: {why}. Tệp cũ còn nguyên; kiểm tra quyền ghi của thư mục.",
    "output/unwritable": "Không ghi được kết quả: {why}. Dọn bớt chỗ trên đĩa, hoặc chọn tệp khác bằng --output.",
    "workspace/none": "Không tìm thấy cchc.yaml ở {path} và các thư mục phía trên. Chuyển đến thư mục của kế hoạch, "
    "hoặc dùng --root.",
    "workspace/no-folder": "Không có thư mục {path}. Kiểm tra giá trị của --root.",
    "usage/no-option": "Không có tùy chọn {value}. {did_you_mean}",
    "usage/no-command": "Không có lệnh “{value}”. {did_you_mean}Các lệnh: {known}.",
    "usage/extra": "Thừa trên dòng lệnh: {value}.",
    "usage/option-value": "Tùy chọn {value}: thiếu giá trị, hoặc có giá trị thừa.",
    "usage/choice": "{option}: không có lựa chọn “{value}”. {did_you_mean}Chọn một trong: {known}.",
    "usage/number": "{option}: “{value}” không phải là số nguyên từ 0 đến {last}.",
    "usage/missing": "Thiếu {value}.",
    "usage/bad-value": "Giá trị của {option} không hợp lệ: {value}",
    "usage/other": "Dòng lệnh sai: {value}",
    "usage/explain-one": "Cần đúng một thứ để giải thích: mã nhiệm vụ, --wording “…”, hoặc --code MÃ.",
    "usage/no-such-task": "Không có nhiệm vụ “{task}”. {did_you_mean}Ghi mã, kế hoạch/mã, hoặc số thứ tự như B.II.3.",
    "usage/several-tasks": "Có nhiều nhiệm vụ là “{task}”, ghi một trong: {known}.",
    "usage/year": "{option}: “{value}” không phải là năm từ {first} đến {last}.",
    "usage/date": "{option}: “{value}” không phải là ngày. Viết dạng 2025-11-30.",
    "usage/now": "CCHC_NOW “{value}” không phải là thời điểm ISO 8601, ví dụ 2025-06-01T18:00Z.",
    "usage/window-order": "--to trước --from. Kiểm tra lại hai ngày.",
    "usage/two-windows": "Chỉ chọn một khoảng thời gian: {known}.",
    "usage/no-such-path": "Không có tệp hoặc thư mục {path}.",
    "usage/no-such-code": "Không có mã “{code}”. {did_you_mean}",
    "usage/several-occurrences": "Có nhiều kỳ chưa xong, chọn một bằng --occurrence: {known}.",
    "usage/no-target": "Nhiệm vụ “{task}” không có chỉ tiêu nào. Thêm khóa targets vào nhiệm vụ trước.",
    "usage/which-target": "Chọn chỉ tiêu bằng --target: {known}.",
    "usage/no-such-unit": "Không có đơn vị “{unit}”. Các đơn vị: {known}.",
    "usage/no-such-type": "Không có loại sự kiện “{type}”. Các loại: {known}.",
    "usage/no-such-plan": "Không có kế hoạch “{plan}”. Các kế hoạch: {known}.",
    "usage/no-plan": "Chưa có kế hoạch nào: tạo thư mục plans/TÊN có tệp plan.yaml.",
    "usage/plan-exists": "Đã có kế hoạch hoặc tệp mang tên “{plan}”; lệnh này không ghi đè. "
    "Chọn mã khác, hoặc xóa thư mục đó trước.",
    "usage/later-year": "Không chuyển sang năm {year} được. Năm mới phải từ {first} đến {last}: ghi bằng --year.",
    "usage/not-issued": "Không có kế hoạch nào đã ban hành trong: {known} (không có thẻ {tag}). Chạy cchc issue khi ban hành, "
    "hoặc lấy các thẻ bằng lệnh: git fetch --tags",
    "usage/several-plans": "Có nhiều kế hoạch, chọn một bằng --plan: {known}.",
    "usage/several-workspaces": "Có nhiều thư mục làm việc, chọn một bằng --root: {known}.",
    "usage/format": "Không ghi được định dạng “{ending}”. Chọn một trong: {known}.",
    "usage/check-of-pdf": "--check không dùng với .pdf, vì mỗi lần in tệp .pdf một khác. Kiểm tra tệp .docx.",
    "usage/which-kind-of-file": "Chưa rõ đây là loại tệp gì. Ghi đường dẫn thật của tệp bằng --path, ví dụ plans/units.yaml.",
    "usage/no-template": "--template chỉ dùng với {known}, không dùng với {ending}.",
    "usage/already-issued": "{plan} đã ghi số {number}, ngày {day}. Kế hoạch đã ký mà cần đổi thì ban hành văn bản sửa đổi, "
    "rồi ghi số của văn bản đó vào document.amended_by.",
    "usage/other-symbol": "Ký hiệu của {plan} là {symbol}, không phải {given}. Ghi lại --number, hoặc sửa document.symbol.",
    "history/not-committed": "Bản mới nhất trong git (HEAD) in ra {plan} khác tệp hiện nay. "
    "Để giữ đúng bản đã ký, lưu kế hoạch bằng git commit trước, rồi chạy lại lệnh này.",
    "history/other-tag": "Thẻ {tag} đã có nhưng nội dung in ra khác. "
    "Xem bằng lệnh: cchc render phu-luc.docx --plan {plan} --rev {rev}. "
    "Nếu thẻ gắn nhầm, xóa bằng git tag -d rồi chạy lại lệnh này.",
    "history/nobody": "git chưa biết tên và địa chỉ của bạn để ghi vào thẻ. Chạy: git config --global user.name "
    '"Họ và tên", git config --global user.email "địa chỉ thư", rồi chạy lại lệnh này.',
    "history/no-git": "Không tìm thấy git. Cài git, hoặc thêm thư mục của git vào PATH.",
    "history/no-repository": "{path} không nằm trong kho git nào, nên không có bản cũ. Chuyển đến bản sao lấy bằng git clone.",
    "history/outside-work-tree": "{path} nằm ngoài cây làm việc của kho git. Chuyển đến thư mục của kế hoạch, hoặc dùng --root.",
    "history/not-yours": "git không mở kho chứa {path} vì kho thuộc người dùng khác. Nếu tin kho này, chạy: "
    "git config --global --add safe.directory THƯ_MỤC_GỐC_CỦA_KHO",
    "history/refused": "git không mở được kho ở {path}: {why}. Kiểm tra kho bằng lệnh: git fsck",
    "history/no-commit": "Kho git ở {path} chưa có bản nào. Lưu bản đầu tiên bằng git commit.",
    "history/shallow": "Bản sao này chỉ có một phần lịch sử và không có bản “{revision}”. Kiểm tra tên, "
    "hoặc lấy đủ bằng lệnh: git fetch --unshallow --tags",
    "history/no-workspace": "Ở bản “{revision}”, {path} không có cchc.yaml. Chọn một bản khác.",
    "history/damaged": "git không có đủ nội dung của {path} ở bản “{revision}”: thiếu hoặc hỏng. Kiểm tra bằng git fsck, "
    "lấy lại bằng lệnh: git fetch --refetch",
    "history/no-common": "Hai bản không có gốc chung trong git ở {path}. Dùng hai dấu chấm: A..B",
    "history/too-much": "{path} có quá nhiều tệp trong git. Chọn thư mục làm việc nhỏ hơn bằng --root.",
    "history/slow": "git không trả lời sau {limit} giây. Kiểm tra ổ đĩa, rồi thử lại.",
    "usage/no-such-revision": "Không có bản “{revision}” trong git. Ghi mã của commit, tên nhánh hoặc thẻ, hoặc HEAD~1.",
    "usage/ambiguous-revision": "“{revision}” có thể là nhiều bản trong git. "
    "Ghi đủ: refs/tags/TÊN, refs/heads/TÊN, hoặc cả mã của commit.",
    "usage/id": "{option}: “{value}” không dùng làm mã được. Mã gồm chữ thường không dấu, chữ số và gạch ngang, như so-noi-vu.",
    "usage/no-such-section": "Không có mục “{section}”. Các mục: {known}.",
    "usage/several-sections": "Có nhiều mục là “{section}”, ghi tên mục: {known}.",
    "usage/which-section": "Chọn mục bằng --section, hoặc --before, --after: {known}.",
    "usage/task-elsewhere": "Nhiệm vụ {task} không nằm trong mục {section}. Bỏ một trong hai, hoặc sửa cho khớp.",
    "usage/import-into": "{path} đã có. Chọn tên khác cho --into; muốn đưa sửa đổi vào kế hoạch đã có thì dùng --update.",
    "usage/into-or-update": "Cần đúng một trong hai: --into (kế hoạch mới) hoặc --update (kế hoạch đã có).",
    "usage/other-plan": "{path} in từ kế hoạch {plan}, không phải {asked}. Hãy dùng --update plans/{plan}.",
    "usage/several-appendices": "Tệp có nhiều phụ lục, bắt đầu ở các bảng {known}. Chọn một bằng --table.",
    "usage/plan-not-at-base": "Ở bản “{revision}” không có kế hoạch {plan}, hoặc lúc đó nó có lỗi. Chọn một bản khác.",
    "usage/before-and-after": "Chỉ dùng một trong hai: --before, --after.",
    "usage/rule": "--rule: “{value}” thiếu dấu bằng. Viết dạng KHÓA=GIÁ_TRỊ, ví dụ after=bnv-cong-bo.",
    "usage/no-free-id": "{option}: không lấy được mã từ “{value}”, vì mã ấy đã có hoặc không còn chữ nào. Ghi một mã khác.",
    "usage/unit-name": "{option}: tên “{value}” trùng tên của đơn vị {unit} (không phân biệt chữ hoa, chữ thường, "
    "dấu chấm cuối). Chọn tên khác.",
    "usage/unit-id": "Mã {value} đã có đơn vị dùng. Chọn mã khác.",
    "usage/unit-ended": "Đơn vị {unit} đã kết thúc; đơn vị kế thừa: {known}. Đổi tên đơn vị kế thừa.",
    "usage/unit-begins": "Đơn vị {unit} chỉ có từ ngày {day}. Chọn ngày sau đó cho --on.",
    "usage/split-into": "Cần ít nhất hai đơn vị mới: ghi --into hai lần trở lên. Chỉ đổi tên thì dùng: cchc unit rename",
    "usage/plan-without-unit": "--plan {plan}: không có kế hoạch nào như vậy ghi đơn vị này. Các kế hoạch có ghi: {known}.",
    "usage/plan-issued": "Kế hoạch {plan} đã ban hành ngày {day}: giữ tên cũ. Chỉ đổi trong kế hoạch chưa ban hành.",
    "usage/text": "{option}: “{value}” trống, hoặc có ký tự mà tệp kế hoạch không chứa được.",
    "usage/inside-workspace": "{path} nằm trong thư mục làm việc {workspace}. Chọn thư mục khác, hoặc chạy ở thư mục làm việc.",
    "usage/folder-or-output": "Chọn một trong hai: --folder (mỗi loại một tệp) hoặc --output.",
    "usage/template-or-names": "Ghi tệp mẫu cần kiểm tra, ví dụ appendix.docx, hoặc chỉ --names để xem các tên.",
    "bug": "Chương trình gặp lỗi ngoài dự kiến ({name}). Chạy lại với CCHC_DEBUG=1 và gửi kết quả cho người phụ trách.",
}
