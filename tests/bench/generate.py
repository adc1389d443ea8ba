"""Makes a workspace of many plans out of the texts of the real one."""

from pathlib import Path

TASKS_PER_PLAN = 40
_CONTENT = (
    "Sử dụng kết quả đánh giá, xếp hạng CCHC và kết quả giải quyết thủ tục hành chính (TTHC) để đánh giá, xếp loại cán"
    " bộ, công chức, viên chức và người đứng đầu, bình xét thi đua - khen thưởng theo Chương trình hành động số"
    " 12823/CTr-UBND ngày 23/12/2022 của UBND tỉnh"
)
_RESULTS = (
    "Văn phòng Sở chủ trì, thực hiện đánh giá, xếp loại đối với công chức tham gia giải quyết TTHC trên phần mềm Một cửa",
    "Trung tâm Dịch vụ Việc làm chủ trì, thực hiện đánh giá, xếp loại đối với viên chức tham gia giải quyết TTHC trên"
    " Cổng Dịch vụ công Quốc gia. Đồng thời, gửi báo cáo về Văn phòng Sở tổng hợp, theo dõi.",
)
_DEADLINES = (
    "deadline: Thường xuyên",
    "deadline: Định kỳ hàng tháng",
    "deadline: Trước ngày 30/11/2025",
    "deadline:\n          text: Không quá {days} ngày kể từ khi Bộ Nội vụ công bố\n          within: {days} days\n"
    "          after: bnv-cong-bo",
)


def _task(number: int) -> str:
    return f"""\
      - id: nhiem-vu-{number}
        content: >-
          {_CONTENT}
        {_DEADLINES[number % len(_DEADLINES)].format(days=20 + number)}
        lead: [van-phong]
        coordinating:
          - phong-chuyen-mon
          - unit: ttdvvl
            as: Trung tâm Dịch vụ Việc làm
        results:
          - {_RESULTS[0]}
          - {_RESULTS[1]}
"""


def plan(name: str) -> str:
    """Return the text of a plan of 40 tasks, about 35 KB."""
    tasks = "".join(_task(number) for number in range(TASKS_PER_PLAN))
    return f"""\
id: {name}
title: NỘI DUNG, NHIỆM VỤ THỰC HIỆN DUY TRÌ, NÂNG CAO CHỈ SỐ CCHC
year: 2025
issuer: so-noi-vu
document: {{number: null, symbol: KH-SNV, issued_on: null, amended_by: []}}
sections:
  - number: A
    title: NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
    tasks:
{tasks}"""


UNITS = """\
units:
  so-noi-vu: {name: Sở Nội vụ}
  van-phong: {name: Văn phòng Sở}
  phong-chuyen-mon: {name: Các Phòng chuyên môn thuộc Sở}
  ttdvvl: {name: Trung tâm Dịch vụ Việc làm Khánh Hòa}
"""
EVENTS = """\
types:
  bnv-cong-bo: {name: Bộ Nội vụ công bố danh mục TTHC}
"""


def make_workspace(folder: Path, plans: int) -> None:
    """Write a workspace with `plans` plans into an empty folder."""
    (folder / "plans").mkdir(parents=True)
    (folder / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (folder / "plans" / "units.yaml").write_text(UNITS, encoding="utf-8")
    (folder / "plans" / "events.yaml").write_text(EVENTS, encoding="utf-8")
    for number in range(plans):
        name = f"ke-hoach-{number}"
        (folder / "plans" / name).mkdir()
        (folder / "plans" / name / "plan.yaml").write_text(plan(name), encoding="utf-8")
