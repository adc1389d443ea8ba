"""docs/nhap-tu-word.md: an appendix of last year becomes a plan without errors, in the steps that the page shows."""

from tests.docs.conftest import blocks_of
from tests.intake.papers import as_docx

PAGE = "docs/nhap-tu-word.md"
LAST_YEAR = """\
PHỤ LỤC
NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024
(Ban hành kèm theo Kế hoạch số 15/KH-SNV ngày 10 tháng 01 năm 2024 của Sở Nội vụ)
| STT | Nội dung nhiệm vụ | Thời gian hoàn thành | Đơn vị thực hiện | < | Sản phẩm | Ghi chú |
| ^ | ^ | ^ | Chủ trì | Phối hợp | ^ | ^ |
| I | CẢI CÁCH THỂ CHẾ | | | | | |
| 1 | Rà soát văn bản quy phạm pháp luật thuộc phạm vi | Trước ngày 30/11/2024 | Thanh tra Sở | Văn phòng Sở | Báo cáo | |
| | quản lý của Sở | | | | | |
| 2 | Tham mưu công bố danh mục thủ tục hành chính | Trong vòng 05 ngày làm việc kể từ ngày Bộ Nội vụ ban hành quyết định \
| Thanh tra Sở | nt | Quyết định | Trọng tâm |
| II | CẢI CÁCH CHẾ ĐỘ CÔNG VỤ | | | | | |
| 1 | Khảo sát sự hài lòng của người dân | Trước ngày 20 | Phòng Chuyển đổi số | Văn phòng Sở | Đạt từ 90% trở lên | |
| 2 | Báo cáo cải cách hành chính | Định kỳ hàng quý | Văn phòng Sở | | Báo cáo quý | |
"""


def test_every_step_prints_what_the_page_shows(office, follow) -> None:
    (office.folder / "phu-luc-2024.docx").write_bytes(as_docx(LAST_YEAR.splitlines()))
    assert follow(blocks_of(PAGE)) == 6
