"""Captions of many offices name the column they stand over; what names none is the office's own."""

import pytest

from cchc.intake.draft.captions import captions_in, counts_columns, is_repeated, key_of
from cchc.intake.values import Paragraph, SourceCell, SourceRow, SourceTable

CAPTIONS = {
    "number": ["TT", "STT", "Stt", "Số TT", "Số thứ tự", "S.TT", "Mục số"],
    "content": [
        "Nội dung", "Nội dung công việc", "Nội dung nhiệm vụ", "Nội dung, nhiệm vụ", "Nhiệm vụ", "Nhiệm vụ cụ thể", "Tên nhiệm vụ",
        "NHIỆM VỤ, GIẢI PHÁP", "Nhiệm vụ/Giải pháp", "Công việc", "Đầu việc", "Hoạt động", "Nội dung thực hiện", "Các nhiệm vụ chủ yếu",
        "Nội dung triển khai", "Danh mục nhiệm vụ", "Nhiệm vụ trọng tâm", "Tiêu chí, tiêu chí thành phần", "Việc cần làm",
        "Tên công việc", "Nội dung hoạt động", "Mục tiêu, nhiệm vụ",
    ],
    "deadline": [
        "Thời hạn", "Thời hạn thực hiện", "Thời hạn hoàn thành", "Thời gian", "Thời gian thực hiện", "Thời gian hoàn thành", "Tiến độ",
        "Tiến độ thực hiện", "Thời gian thực hiện, hoàn thành", "Hạn hoàn thành", "Thời điểm hoàn thành", "Thời gian trình",
        "Lộ trình thực hiện", "Thời\u00a0gian", "Hoàn thành trước", "Mốc thời gian", "Thời gian dự kiến",
        "Thời gian ban hành", "Thời gian báo cáo kết quả",
    ],
    "lead": [
        "Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì", "Đơn vị/cá nhân chủ trì", "Cơ quan, đơn vị chủ trì", "Đơn vị thực hiện",
        "Cơ quan thực hiện", "Đơn vị chủ trì thực hiện", "Bộ phận chủ trì", "Phòng, đơn vị chủ trì", "Đơn vị chịu trách nhiệm",
        "Người thực hiện", "Phân công thực hiện", "Đơn vị đầu mối", "Cơ quan chủ trì tham mưu", "Đơn vị", "Trách nhiệm thực hiện",
        "Cơ quan/đơn vị chủ trì", "Đơn vị, cá nhân thực hiện", "Cơ quan, tổ chức thực hiện", "Tổ chức thực hiện", "Cơ quan, đơn vị",
    ],
    "coordinating": [
        "Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Đơn vị phối hợp thực hiện", "Đơn vị tham gia",
        "Các đơn vị phối hợp", "Cơ quan phối hợp chính",
    ],
    "results": [
        "Kết quả", "Sản phẩm", "Kết quả/Sản phẩm đầu ra", "Sản phẩm đầu ra", "Sản phẩm dự kiến", "Kết quả đạt được", "Kết quả, sản phẩm",
        "Sản phẩm hoàn thành", "Dự kiến kết quả", "Dự kiến sản phẩm hoàn thành", "Kết quả đầu ra", "Hồ sơ, tài liệu kiểm chứng",
        "Sản phẩm chủ yếu", "Kết quả thực hiện", "Kết quả hoàn thành", "Kết quả công việc", "Sản phẩm công việc",
        "Sản phẩm của nhiệm vụ",
    ],
}  # fmt: skip
OWN = [
    "Ghi chú", "Kinh phí", "Kinh phí thực hiện", "Nguồn kinh phí", "Lãnh đạo phụ trách", "Căn cứ", "Căn cứ pháp lý", "Chỉ tiêu",
    "Lãnh đạo Sở chỉ đạo", "Điểm chuẩn", "Mức độ", "Quý I", "Đơn vị tính", "Người theo dõi",
]  # fmt: skip


@pytest.mark.parametrize(("caption", "key"), [(caption, key) for key, captions in CAPTIONS.items() for caption in captions])
def test_a_caption_names_its_column(caption: str, key: str) -> None:
    assert key_of(caption) == key


@pytest.mark.parametrize("caption", OWN)
def test_a_caption_that_names_none_is_the_offices_own(caption: str) -> None:
    assert key_of(caption) is None


def row_of(*texts: str, number: int = 1) -> SourceRow:
    return SourceRow(number, tuple(SourceCell(index, (Paragraph(text),)) for index, text in enumerate(texts)))


def keys_in(*captions: str) -> list[tuple[str, str]] | None:
    found = captions_in(SourceTable(1, (row_of(*captions), row_of(*captions))))
    return None if found is None else [(caption.key, caption.title) for caption in found[0]]


def test_each_known_column_is_taken_once_and_others_get_ids_of_their_words() -> None:
    assert keys_in("STT", "Nhiệm vụ", "Nội dung", "Thời gian", "Ghi chú", "Ghi chú", "…", "") == [
        ("number", "STT"),
        ("content", "Nhiệm vụ"),
        ("noi-dung", "Nội dung"),
        ("deadline", "Thời gian"),
        ("ghi-chu", "Ghi chú"),
        ("cot-6", "Ghi chú"),
        ("cot-7", "…"),
        ("", ""),
    ]


def test_a_table_without_contents_or_with_contents_alone_is_no_appendix() -> None:
    assert keys_in("STT", "Họ và tên", "Chức vụ") is None
    assert keys_in("Nội dung", "Họ và tên") is None
    assert keys_in("Nội dung " * 60, "Thời hạn") is None


def test_a_row_that_counts_the_columns() -> None:
    assert counts_columns(row_of("(1)", "(2)", "(3)"))
    assert counts_columns(row_of("A", "B", "1", "2"))
    assert not counts_columns(row_of("1", "2"))
    assert not counts_columns(row_of("1", "Rà soát 2", "3"))
    assert not counts_columns(row_of("1", "3", "5"))


def test_captions_are_repeated_whatever_their_letter_case() -> None:
    head = [row_of("TT", "Nội dung")]
    assert is_repeated(row_of("tt", "NỘI DUNG "), head)
    assert not is_repeated(row_of("1", "Nội dung"), head)
    assert not is_repeated(row_of("", ""), [row_of("", "")])
