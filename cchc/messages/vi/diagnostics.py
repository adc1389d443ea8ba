"""What is wrong with a plan, in Vietnamese."""

from cchc.messages import Words

_EXPECTED = "Xem cách viết của khóa này bằng lệnh: cchc explain --code wrong-type"

DIAGNOSTICS = {
    "unreadable-file": Words("Không đọc được tệp: {why}.", "Kiểm tra quyền đọc của tệp."),
    "too-large": Words("Tệp lớn hơn {limit} MB, không đọc.", "Chia thành nhiều tệp nhỏ hơn."),
    "too-large/values": Words("Tệp có hơn {limit} giá trị, không đọc.", "Chia thành nhiều tệp nhỏ hơn."),
    "too-large/errors": Words("Tệp có hơn {limit} lỗi cùng loại.", "Sửa các lỗi đã nêu rồi chạy lại."),
    "not-utf8": Words("Tệp không phải mã UTF-8 (byte {byte}).", "Lưu lại tệp với mã UTF-8."),
    "not-utf8/utf-16": Words("Tệp được lưu bằng mã UTF-16.", "Trong Notepad, chọn Lưu thành… và mã UTF-8."),
    "unsafe-character": Words("Ký tự {character} làm người xem thấy nội dung khác với nội dung được đọc.", "Xóa ký tự này."),
    "unsafe-character/escaped": Words(
        "Chuỗi chứa ký tự {character}, làm người xem thấy nội dung khác với nội dung được đọc.",
        "Bỏ ký tự này khỏi chuỗi.",
    ),
    "conflict-marker": Words(
        "Còn dấu xung đột “{marker}” của git.", "Giữ lại một trong hai phiên bản, xóa các dòng dấu xung đột."
    ),
    "yaml-syntax": Words("Sai cú pháp YAML: {problem}.", "Kiểm tra thụt lề, dấu hai chấm và dấu ngoặc của dòng này."),
    "yaml-syntax/colon": Words(
        "Dấu hai chấm không được đặt ở đây.",
        "Nếu nội dung có “: ”, đặt nội dung trong dấu nháy hoặc viết thành khối sau dấu “>-”.",
    ),
    "yaml-syntax/tab": Words("Dòng được thụt lề bằng phím Tab.", "Thay bằng dấu cách: mỗi bậc hai dấu cách."),
    "yaml-syntax/quote": Words("Dấu nháy mở ở đây nhưng không được đóng đúng.", "Thêm dấu nháy đóng ở cuối nội dung."),
    "yaml-syntax/bracket": Words("Dấu ngoặc mở ở đây nhưng không được đóng.", "Thêm dấu ngoặc đóng hoặc dấu phẩy còn thiếu."),
    "yaml-syntax/start": Words("Nội dung không được bắt đầu bằng ký tự này.", "Đặt nội dung trong dấu nháy."),
    "yaml-syntax/indent": Words(
        "Dòng này không khớp với các dòng trước (thụt lề hoặc dấu “-”).", "Thụt lề bằng các dòng cùng cấp ở phía trên."
    ),
    "yaml-syntax/directive": Words("Không dùng chỉ thị %YAML.", "Xóa dòng này."),
    "yaml-syntax/complex-key": Words("Tên khóa phải là một chữ.", "Viết khóa dạng “tên: giá trị”."),
    "too-deep": Words("Dữ liệu lồng nhau quá {limit} bậc.", "Viết lại với ít bậc lồng nhau hơn."),
    "yaml-tag": Words("Không dùng nhãn kiểu của YAML ({tag}).", "Xóa nhãn; nếu nội dung bắt đầu bằng “!”, đặt trong dấu nháy."),
    "yaml-tag/directive": Words("Không dùng chỉ thị %TAG.", "Xóa dòng này."),
    "yaml-alias/anchor": Words("Không dùng neo “&{name}” của YAML.", "Viết lại nội dung đầy đủ, hoặc đặt trong dấu nháy."),
    "yaml-alias/alias": Words("Không dùng tham chiếu “*{name}” của YAML.", "Viết lại nội dung đầy đủ, hoặc đặt trong dấu nháy."),
    "yaml-alias/merge": Words("Không dùng khóa gộp “<<”.", "Viết lại các khóa đầy đủ."),
    "yaml-alias": Words("Không dùng neo và tham chiếu của YAML.", "Viết lại nội dung đầy đủ."),
    "multiple-documents": Words("Tệp có hơn một tài liệu YAML (dòng “---” thứ hai).", "Tách thành hai tệp hoặc xóa dòng “---”."),
    "duplicate-key": Words("Khóa “{key}” được ghi hai lần.", "Chỉ giữ lại một."),
    "unknown-key": Words("Không có khóa “{key}” ở đây.", "{did_you_mean}Các khóa có thể dùng: {known}."),
    "unknown-key/second-rule": Words(
        "Một thời hạn chỉ có một quy tắc; “{key}” là quy tắc thứ hai.", "Nhiều quy tắc cùng lúc viết dưới khóa “all”."
    ),
    "unknown-key/other-rule": Words("Khóa “{key}” không đi với quy tắc này.", "Khóa này thuộc một quy tắc khác."),
    "missing-key": Words("Thiếu khóa “{key}”.", "Thêm khóa “{key}”."),
    "wrong-type": Words("Giá trị không đúng kiểu.", _EXPECTED),
    "wrong-type/text": Words("Ở đây cần một đoạn chữ.", "Viết một chuỗi, hoặc một danh sách các dòng bắt đầu bằng “- ”."),
    "wrong-type/list": Words("Ở đây cần một danh sách.", "Viết [a, b], hoặc mỗi dòng một mục bắt đầu bằng “- ”."),
    "wrong-type/record": Words("Ở đây cần các khóa và giá trị.", "Viết mỗi dòng “khóa: giá trị”."),
    "wrong-type/date": Words("Ở đây cần một ngày.", "Viết dạng 2025-11-30."),
    "wrong-type/number": Words("Ở đây cần một số.", "Viết số bằng chữ số, ví dụ 45 hoặc 97.5."),
    "wrong-type/flag": Words("Ở đây cần true hoặc false.", "Viết true (có) hoặc false (không)."),
    "wrong-type/term": Words("Ở đây cần một thời hạn.", "Viết ví dụ: 45 days, 5 working days, 2 months."),
    "wrong-type/period": Words("Ở đây cần một kỳ.", "Viết 2025-06, 2025-Q1, 2025-H1 hoặc 2025."),
    "wrong-type/hour": Words("Ở đây cần một giờ.", "Viết dạng 17:00."),
    "wrong-type/id": Words("Ở đây cần một mã.", "Chỉ dùng a-z, 0-9 và dấu gạch ngang, ví dụ van-phong."),
    "invalid-value": Words("Giá trị “{value}” không hợp lệ."),
    "invalid-value/choice": Words("Giá trị “{value}” không hợp lệ.", "{did_you_mean}Chọn một trong: {choices}."),
    "invalid-value/range": Words("Số {value} ngoài khoảng {first} đến {last}.", "Kiểm tra lại số."),
    "invalid-value/id": Words(
        "“{value}” không dùng làm mã được.", "Chỉ dùng a-z, 0-9 và dấu gạch ngang, tối đa 64 ký tự, ví dụ van-phong."
    ),
    "invalid-value/device": Words("“{value}” là tên riêng của Windows, không dùng làm mã được.", "Chọn mã khác."),
    "invalid-value/blank": Words("Nội dung để trống.", "Ghi nội dung, hoặc xóa khóa này."),
    "invalid-value/too-many": Words("Danh sách quá dài.", "Rút ngắn danh sách."),
    "invalid-value/only-true": Words("Khóa này chỉ nhận giá trị true.", "Xóa khóa nếu không dùng."),
    "invalid-value/hour": Words("“{value}” không phải là giờ.", "Viết dạng 17:00."),
    "invalid-value/period": Words("“{value}” không phải là kỳ.", "Viết 2025-06, 2025-Q1, 2025-H1, 2025 hoặc 2025-Q1..2025-Q2."),
    "invalid-value/order": Words("Kết thúc ({value}) trước khi bắt đầu.", "Kiểm tra lại hai mốc."),
    "invalid-value/term": Words(
        "“{value}” không phải là thời hạn.", "Viết ví dụ: 45 days, 5 working days, 2 months, 15 days + 8 working days."
    ),
    "invalid-value/email": Words("“{value}” không phải là địa chỉ thư.", "Viết dạng ten@donvi.gov.vn."),
    "invalid-value/two-days": Words("Quy tắc nêu ngày hai lần, bằng “{other}” và “{key}”.", "Giữ một trong hai khóa."),
    "invalid-value/one-bound": Words("Chỉ tiêu cần đúng một mức.", "Dùng một trong: at_least, above, at_most, below."),
    "invalid-value/year-and-period": Words("Kế hoạch chỉ có “year” hoặc “period”, không có cả hai.", "Xóa một trong hai khóa."),
    "invalid-value/plan-id": Words("Mã “{value}” khác tên thư mục “{folder}”.", "Ghi id: {folder}, hoặc đổi tên thư mục."),
    "invalid-value/section-file": Words("“{value}” không phải là tệp .yaml.", "Ghi tên tệp dạng sections/b-ii.yaml."),
    "invalid-value/section-twice": Words("Tệp “{value}” được đưa vào hai lần.", "Chỉ giữ lại một lần."),
    "invalid-value/no-such-file": Words("Không có tệp “{value}” trong thư mục của kế hoạch.", "Kiểm tra tên tệp."),
    "invalid-value/timezone": Words("Không có múi giờ “{value}”.", "Dùng Asia/Ho_Chi_Minh."),
    "invalid-date": Words("Không có ngày {value}.", "Kiểm tra lại ngày và tháng."),
    "invalid-date/form": Words("“{value}” không phải là ngày.", "Viết dạng 2025-11-30 (năm-tháng-ngày)."),
    "invalid-date/range": Words("Năm của {value} ngoài khoảng {first} đến {last}.", "Kiểm tra lại năm."),
    "path-outside": Words("“{path}” nằm ngoài thư mục của kế hoạch.", "Chỉ dùng tệp trong thư mục của kế hoạch."),
    "path-outside/link": Words("“{path}” là liên kết hoặc không phải tệp thường, không đọc.", "Thay liên kết bằng chính tệp đó."),
    "duplicate-id": Words("Mã “{id}” đã được dùng ở trên.", "Đặt mã khác cho bản ghi này."),
    "duplicate-record": Words("Việc này của nhiệm vụ “{task}” đã được ghi ở trên.", "Chỉ giữ lại một bản ghi."),
    "duplicate-record/extension": Words(
        "Nhiệm vụ “{task}” đã có gia hạn phê duyệt cùng ngày cho kỳ này.", "Chỉ giữ lại một bản ghi."
    ),
    "duplicate-record/unit-name": Words("Tên “{name}” đã là tên của đơn vị “{first}”.", "Dùng lại mã “{first}”."),
    "duplicate-record/day": Words("Ngày {day} đã được ghi ở trên.", "Chỉ giữ lại một bản ghi cho mỗi ngày."),
    "calendar-conflict": Words(
        "Ngày {day} đã được ghi là ngày nghỉ; ở đây lại ghi là ngày đi làm.",
        "Xem lại thông báo và chỉ giữ bản ghi đúng.",
    ),
    "calendar-conflict/off": Words(
        "Ngày {day} đã được ghi là ngày đi làm; ở đây lại ghi là ngày nghỉ.",
        "Xem lại thông báo và chỉ giữ bản ghi đúng.",
    ),
    "unknown-unit": Words("Không có đơn vị “{unit}” trong units.yaml.", "{did_you_mean}Thêm đơn vị vào units.yaml, hoặc sửa mã."),
    "unknown-event-type": Words(
        "Không có loại sự kiện “{type}” trong events.yaml.",
        "{did_you_mean}Thêm loại vào “types” của events.yaml, hoặc sửa mã.",
    ),
    "unknown-task": Words("Không có nhiệm vụ “{task}”.", "{did_you_mean}Dùng mã (id) của nhiệm vụ, không dùng số thứ tự."),
    "unknown-part": Words("Nhiệm vụ “{task}” không có phần “{part}”.", "Kiểm tra mã trong “parts” của nhiệm vụ."),
    "unknown-target": Words("Nhiệm vụ “{task}” không có chỉ tiêu “{target}”.", "{did_you_mean}Kiểm tra mã trong “targets”."),
    "unknown-occurrence": Words("Nhiệm vụ không có kỳ “{occurrence}”.", "{did_you_mean}Các kỳ: {known}."),
    "unknown-occurrence/missing": Words("Cần ghi rõ kỳ nào của nhiệm vụ.", "Thêm khóa occurrence, một trong: {known}."),
    "unit-cycle": Words("Các đơn vị chứa nhau theo vòng tròn: {circle}.", "Bỏ một đơn vị khỏi vòng."),
    "unreadable-wording": Words(
        "Không đọc được thời hạn “{text}” một cách chắc chắn.",
        "Ghi thời hạn thành bản ghi: “text” cho phần chữ và một quy tắc, ví dụ by: 2025-12-20.",
    ),
    "ambiguous-wording": Words(
        "Thời hạn “{text}” có thể hiểu nhiều cách.", "Giữ phần chữ trong “text” và chọn một quy tắc: {readings}."
    ),
    "wording-disagrees": Words(
        "Phần chữ ghi “{said}” nhưng quy tắc ghi “{ruled}”.", "Sửa phần chữ hoặc sửa quy tắc cho khớp nhau."
    ),
    "missing-event-type": Words(
        "Thời hạn tính từ “{anchor}” cần một loại sự kiện.",
        "Ghi thời hạn thành bản ghi: text, {rule}; thay “…” bằng mã loại sự kiện trong events.yaml.",
    ),
    "missing-event-type/unnamed": Words(
        "Thời hạn “{anchor}” không nói tính từ sự kiện nào.",
        "Ghi thời hạn thành bản ghi: text, {rule}; thay “…” bằng mã loại sự kiện trong events.yaml.",
    ),
    "missing-event-date": Words(
        "Sự kiện “{event}” thiếu ngày “{key}” mà một thời hạn tính từ đó.", "Thêm khóa {key} khi có ngày này."
    ),
    "unnamed-rule": Words("Hai quy tắc dưới “all” cho cùng một tên kỳ.", "Thêm khóa id cho quy tắc này."),
    "unnamed-rule/wording": Words(
        "Hai phần của câu chữ cho cùng một tên kỳ.", "Ghi thời hạn thành bản ghi, mỗi quy tắc thêm một id: {rule}."
    ),
    "completion-before-event": Words(
        "Hoàn thành ngày {completed_on}, trước khi có sự kiện “{event}” ngày {happened_on}.", "Kiểm tra lại hai ngày."
    ),
    "number-gap": Words(
        "Số thứ tự nhảy từ {previous} đến {number}.",
        "Nếu là chủ ý, ghi allow: {{number-gap: lý do}} vào nhiệm vụ; nếu không, số tiếp theo là {expected}.",
    ),
    "number-repeat": Words("Số thứ tự {number} đã được dùng ở trên.", "Sửa số, hoặc xóa khóa number để tự đánh số."),
    "lead-also-coordinating": Words("Đơn vị “{unit}” vừa chủ trì vừa phối hợp.", "Bỏ đơn vị khỏi một trong hai cột."),
    "unused-unit": Words("Không có gì dùng đến đơn vị “{unit}”.", "Xóa đơn vị, hoặc ghi allow: {{unused-unit: lý do}}."),
    "unused-event-type": Words(
        "Không có gì dùng đến loại sự kiện “{type}”.", "Xóa loại này, hoặc ghi allow: {{unused-event-type: lý do}}."
    ),
    "outside-period": Words(
        "Ngày nằm ngoài thời gian của kế hoạch ({first_day} đến {last_day}).", "Kiểm tra lại năm của ngày này."
    ),
    "missing-evidence": Words("Hoàn thành nhưng chưa ghi tài liệu kiểm chứng.", "Thêm khóa evidence: số, ngày của văn bản."),
    "missing-deadline": Words("Nhiệm vụ chưa có thời hạn.", "Thêm khóa deadline."),
    "duplicate-duty": Words(
        "Nhiệm vụ này trùng với nhiệm vụ {number} ({first}): cùng thời hạn, cùng đơn vị.",
        "Bỏ một trong hai, hoặc chấp nhận bằng allow: {{duplicate-duty: lý do}}.",
    ),
    "document-number": Words(
        "“{number}” không giống số, ký hiệu văn bản.", "Viết như 123/QĐ-BNV, 5566/UBND-KSTT hoặc 30/2020/NĐ-CP."
    ),
    "not-nfc": Words("Chữ viết bằng dấu rời (không phải dạng NFC).", "Gõ lại, hoặc chạy cchc fmt."),
    "odd-character": Words("Có ký tự không nhìn thấy hoặc riêng của phông cũ: {character}.", "Xóa hoặc gõ lại ký tự này."),
    "flow-prose": Words(
        "Trong dấu ngoặc [ ], mỗi dấu phẩy tách một mục: ở đây là {count} mục.",
        "Viết mỗi mục một dòng bắt đầu bằng “- ”.",
    ),
    "text-cut-by-comment": Words(
        "Phần “{rest}” bị coi là chú thích nên không thuộc nội dung.",
        "Đặt cả nội dung trong dấu nháy; nếu là chú thích, để hai dấu cách trước dấu #.",
    ),
    "unused-allow": Words("“allow: {code}” không ứng với cảnh báo nào.", "Xóa mục này."),
    "unused-allow/error": Words("“{code}” là lỗi, không thể chấp nhận bằng allow.", "Sửa lỗi và xóa mục này."),
    "edited-after-issue": Words(
        "Kế hoạch in ra khác bản đã ký (thẻ {tag}), mà chưa ghi văn bản sửa đổi.",
        "Ghi số văn bản sửa đổi vào document.amended_by, hoặc bỏ phần đã sửa. "
        "Xem bản đã ký: cchc render phu-luc.docx --plan {plan} --rev {rev}",
    ),
}
