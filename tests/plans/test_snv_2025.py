"""The sample plan against the appendix it was typed from, read without any code of cchc."""

import functools
import re
import unicodedata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
PLAN = PLANS / "snv-2025"
SOURCE = ROOT.parent / "shared" / "source" / "appendix-2025.txt"
KEYS = ("number", "content", "deadline", "lead", "coordinating", "results")

SECTION_TITLES = {
    "A": "NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025",
    "B": "NÂNG CAO CHỈ SỐ HÀI LÒNG CỦA CÁ NHÂN, TỔ CHỨC ĐỐI VỚI SỰ PHỤC VỤ CỦA SỞ NỘI VỤ",
    "B.I": "TIÊU CHÍ “TIẾP CẬN DỊCH VỤ”",
    "B.II": "TIÊU CHÍ “THỦ TỤC HÀNH CHÍNH”",
    "B.III": "TIÊU CHÍ “SỰ PHỤC VỤ CỦA CÔNG CHỨC, VIÊN CHỨC”",
    "B.IV": "TIÊU CHÍ “KẾT QUẢ GIẢI QUYẾT CÔNG VIỆC”",
    "B.V": "TIÊU CHÍ “TIẾP NHẬN, XỬ LÝ THÔNG TIN PHẢN HỒI”",
}
TASKS = {
    "A.1": "danh-gia-xep-loai",
    "A.2": "quy-trinh-noi-bo",
    "A.3": "giai-quyet-tthc",
    "A.4": "so-hoa-ho-so",
    "A.5": "cap-ket-qua-dien-tu",
    "A.6": "khai-thac-du-lieu-so-hoa",
    "A.7": "ket-noi-ho-so-dvc-quoc-gia",
    "A.8": "muc-do-hai-long",
    "A.9": "cai-thien-chi-so",
    "A.10": "dau-tu-von-ngan-sach",
    "A.14": "nop-ho-so-truc-tuyen",
    "B.I.1": "cong-khai-tthc",
    "B.I.2": "tuyen-truyen-ttpvhcc",
    "B.I.3": "cong-khai-van-ban",
    "B.II.1": "don-gian-hoa-tthc",
    "B.II.2": "danh-muc-tthc",
    "B.II.3": "phe-duyet-qtnb",
    "B.II.4": "cap-nhat-tthc",
    "B.II.5": "giam-sat-giai-quyet",
    "B.III.1": "bo-tri-nhan-su",
    "B.III.2": "boi-duong-nghiep-vu",
    "B.III.3": "danh-gia-hai-long",
    "B.IV.1": "giam-sat-dung-han",
    "B.IV.2": "chuyen-tra-ket-qua",
    "B.V.1": "phan-anh-kien-nghi",
}


# --- the YAML, printed as plan-format.md says ---


@functools.cache
def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def text_cell(value):
    return "\n".join(f"- {item}" for item in value) if isinstance(value, list) else value


def units_cell(value, names):
    if isinstance(value, dict):
        assert all(unit in names for unit in value["units"])
        return text_cell(value["text"])
    printed = []
    for entry in value:
        if isinstance(entry, dict):
            assert entry["unit"] in names
            printed.append(entry["as"])
        else:
            printed.append(names[entry])
    return printed[0] if len(printed) == 1 else text_cell(printed)


def walk(sections, prefix=""):
    """Every section (path, title, tasks), files of their own taken in."""
    for entry in sections:
        section = load(PLAN / entry) if isinstance(entry, str) else entry
        path = prefix + section["number"]
        yield path, section["title"], section.get("tasks", [])
        yield from walk(section.get("sections", []), path + ".")


@functools.cache
def printed_plan():
    names = {unit: record["name"] for unit, record in load(PLANS / "units.yaml")["units"].items()}
    rows = {}
    for path, _, tasks in walk(load(PLAN / "plan.yaml")["sections"]):
        number = 0
        for task in tasks:
            number = int(task.get("number", number + 1))
            deadline = task["deadline"]
            rows[f"{path}.{number}"] = {
                "id": task["id"],
                "number": str(number),
                "content": text_cell(task["content"]),
                "deadline": deadline["text"] if isinstance(deadline, dict) else deadline,
                "lead": units_cell(task["lead"], names),
                "coordinating": units_cell(task["coordinating"], names),
                "results": text_cell(task["results"]),
            }
    return rows


# --- the appendix, as the PDF gave it ---


def source_cell(raw):
    """Bullets on lines of their own: only a cell that begins with "- " holds any."""
    flat = " ".join(re.sub(r"</?ul[^>]*>", " ", raw).split())
    return re.sub(r" - ", "\n- ", flat) if flat.startswith("- ") else flat


def source_table():
    if not SOURCE.exists():
        pytest.skip(f"no {SOURCE}")
    joined = []
    for line in SOURCE.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) != len(KEYS) or cells[0] == "TT":
            continue
        if cells[0]:
            joined.append(cells)
        else:  # the row goes on after a page break
            joined[-1] = [f"{before} {after}" for before, after in zip(joined[-1], cells, strict=True)]
    titles, rows, path = {}, {}, ""
    for cells in joined:
        mark = cells[0].strip()
        if mark in {"A", "B"}:
            path = mark
            titles[path] = cells[1].strip()
        elif mark.isdigit():
            rows[f"{path}.{mark}"] = {key: source_cell(cell) for key, cell in zip(KEYS, cells, strict=True)}
        else:
            path = f"B.{mark}"
            titles[path] = cells[1].strip()
    return titles, rows


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    else:
        for key, item in value.items():
            yield key
            yield from strings(item)


def task_by_id(task_id):
    for _, _, tasks in walk(load(PLAN / "plan.yaml")["sections"]):
        for task in tasks:
            if task["id"] == task_id:
                return task
    raise AssertionError(task_id)


# --- against the appendix ---


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("path", TASKS)
def test_cell_is_the_source(path, key):
    _, rows = source_table()
    assert printed_plan()[path][key] == rows[path][key]


def test_rows_are_the_sources_in_its_order():
    _, rows = source_table()
    assert list(rows) == list(TASKS)


def test_section_titles_are_the_sources():
    titles, _ = source_table()
    assert titles == SECTION_TITLES


def test_title_is_the_two_printed_lines():
    if not SOURCE.exists():
        pytest.skip(f"no {SOURCE}")
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    start = lines.index("PHỤ LỤC") + 1
    assert load(PLAN / "plan.yaml")["title"] == "\n".join(lines[start : start + 2])


# --- on its own ---


def test_tasks_in_order_with_their_ids():
    assert {path: row["id"] for path, row in printed_plan().items()} == TASKS
    assert list(printed_plan()) == list(TASKS)


def test_section_numbers_and_titles():
    found = [(path, title) for path, title, _ in walk(load(PLAN / "plan.yaml")["sections"])]
    assert found == list(SECTION_TITLES.items())


def test_head():
    plan = {key: value for key, value in load(PLAN / "plan.yaml").items() if key != "sections"}
    assert plan == {
        "id": "snv-2025",
        "title": (
            "NỘI DUNG, NHIỆM VỤ THỰC HIỆN DUY TRÌ, NÂNG CAO CHỈ SỐ CCHC\n"
            "VÀ CHỈ SỐ HÀI LÒNG CỦA CÁ NHÂN, TỔ CHỨC ĐỐI VỚI SỰ PHỤC VỤ CỦA SỞ NỘI VỤ NĂM 2025"
        ),
        "year": "2025",
        "issuer": "so-noi-vu",
        "document": {"number": "null", "symbol": "KH-SNV", "issued_on": "null", "amended_by": []},
    }


def test_printed_lines_of_difficult_cells():
    rows = printed_plan()
    assert rows["A.10"]["coordinating"] == "Các phòng chuyên môn liên quan"
    assert rows["A.2"]["lead"] == "- Các Phòng chuyên môn.\n- Trung tâm Dịch vụ Việc làm Khánh Hòa"
    assert rows["A.9"]["lead"] == (
        "- Phòng Cải cách hành chính và Văn thư lưu trữ\n- Phòng Tổ chức, Biên chế và Công chức, viên chức"
    )
    assert rows["B.II.2"]["lead"] == "- Văn phòng Sở"
    assert rows["B.II.2"]["results"] == "- Trình UBND tỉnh phê duyệt Danh mục TTHC theo quy định"
    assert rows["B.IV.1"]["content"] == (
        "- Giám sát quy trình xử lý hồ sơ, đảm bảo hồ sơ được xử lý đúng hạn, theo quy định\n"
        "- Kiểm điểm, xử lý trách nhiệm đối với cá nhân để xảy ra tình trạng trễ hạn hồ sơ, "
        "xem xét luân chuyển cá nhân nếu tái diễn từ 03 lần trở lên"
    )
    assert rows["B.V.1"]["coordinating"] == (
        "- Các phòng chuyên môn thuộc Sở\n"
        "- Trung tâm Dịch vụ Việc làm tỉnh Khánh Hòa\n"
        "- Trung tâm Phục vụ Hành chính công tỉnh Khánh Hòa."
    )


@pytest.mark.parametrize(
    ("path", "key", "slip"),
    [
        ("A.1", "content", "bình xét thi đua - khen thưởng theo"),
        ("A.6", "results", "phần đầu đạt tỷ lệ trên 90%."),
        ("B.I.2", "content", "cổng thông tin điện tử,...và các tiện ích"),
        ("B.I.3", "results", "tra cứu, cập nhập kịp thời"),
        ("B.II.1", "results", 'quyết định thành lập)", mã TTHC: 1.005450'),
    ],
)
def test_slips_stay_as_printed(path, key, slip):
    assert slip in printed_plan()[path][key]


def test_deadlines_with_a_rule():
    rules = {}
    for path, task_id in TASKS.items():
        deadline = task_by_id(task_id)["deadline"]
        if isinstance(deadline, dict):
            rules[path] = {key: value for key, value in deadline.items() if key != "text"}
    assert rules == {
        "A.2": {"within": "45 days", "after": "bnv-cong-bo"},
        "B.II.2": {
            "within": "5 days",
            "after": ["bnv-cong-bo", "ubnd-chi-dao"],
            "counted_from": "received",
        },
        "B.II.3": {"within": "45 days", "after": "bnv-cong-bo"},
        "B.II.4": {"within": "3 days", "after": "phe-duyet-tthc"},
    }


def test_deadlines_by_wording_alone():
    wordings = {}
    for task_id in TASKS.values():
        deadline = task_by_id(task_id)["deadline"]
        if isinstance(deadline, str):
            wordings[deadline] = wordings.get(deadline, 0) + 1
    assert wordings == {"Định kỳ hàng tháng": 1, "Thường xuyên": 19, "Trước ngày 30/11/2025": 1}


def test_targets():
    found = {path: task_by_id(task_id).get("targets") for path, task_id in TASKS.items()}
    all_of_them = [{"id": "ty-le", "at_least": "100", "unit": "%"}]
    above_90 = [{"id": "ty-le", "above": "90", "unit": "%"}]
    assert {path: targets for path, targets in found.items() if targets} == {
        "A.4": all_of_them,
        "A.5": all_of_them,
        "A.6": above_90,
        "A.7": above_90,
        "A.14": all_of_them,
        "B.IV.1": all_of_them,
        "B.V.1": all_of_them,
    }


def test_only_task_14_names_its_number_and_the_approval_that_stands_twice_is_accepted():
    tasks = [task for _, _, tasks in walk(load(PLAN / "plan.yaml")["sections"]) for task in tasks]
    assert {task["id"]: task["number"] for task in tasks if "number" in task} == {"nop-ho-so-truc-tuyen": "14"}
    assert {task["id"]: list(task["allow"]) for task in tasks if "allow" in task} == {
        "nop-ho-so-truc-tuyen": ["number-gap"],
        "phe-duyet-qtnb": ["duplicate-duty"],
    }


def test_every_text_is_nfc():
    files = [ROOT / "cchc.yaml", *sorted(PLANS.glob("*.yaml")), *sorted(PLAN.rglob("*.yaml"))]
    assert {path.relative_to(ROOT).as_posix() for path in files} >= {
        "cchc.yaml",
        "plans/calendar.yaml",
        "plans/events.yaml",
        "plans/snv-2025/plan.yaml",
        "plans/snv-2025/progress.yaml",
        "plans/snv-2025/sections/b-ii.yaml",
        "plans/units.yaml",
    }
    for path in files:
        for text in strings(load(path)):
            assert text == unicodedata.normalize("NFC", text), path
        raw = path.read_text(encoding="utf-8")
        assert raw == unicodedata.normalize("NFC", raw), path


def test_events_and_progress_are_marked_as_samples():
    events = load(PLANS / "events.yaml")["events"]
    progress = load(PLAN / "progress.yaml")
    assert set(progress) == {"completions", "measurements"}
    records = [*events, *progress["completions"], *progress["measurements"]]
    assert [record["sample"] for record in records] == ["true"] * (7 + 12 + 3)
    assert all(record["evidence"] for record in progress["completions"])


def test_progress_names_tasks_events_and_types_that_exist():
    collection = load(PLANS / "events.yaml")
    events = {event["id"]: event["type"] for event in collection["events"]}
    assert len(events) == 7
    assert set(events.values()) == set(collection["types"])
    progress = load(PLAN / "progress.yaml")
    assert {m["task"] for m in progress["measurements"]} == {"so-hoa-ho-so", "khai-thac-du-lieu-so-hoa"}
    done = {(c["task"], c["occurrence"]): c["completed_on"] for c in progress["completions"]}
    assert len(done) == len(progress["completions"])
    for task_id, occurrence in done:
        deadline = task_by_id(task_id)["deadline"]
        if isinstance(deadline, dict):
            after = deadline["after"]
            assert events[occurrence] in (after if isinstance(after, list) else [after])
        else:
            assert (deadline, occurrence[:6]) == ("Định kỳ hàng tháng", "2025-0")
    assert ("quy-trinh-noi-bo", "2025-03-qd-123-bnv") not in done
    assert done["phe-duyet-qtnb", "2025-03-qd-123-bnv"] == "2025-04-10"


def test_every_unit_name_once():
    units = load(PLANS / "units.yaml")["units"]
    names = [name for unit in units.values() for name in (unit["name"], *unit.get("aliases", []))]
    folded = [name.casefold().removeprefix("- ").removesuffix(".") for name in names]
    assert sorted(set(folded)) == sorted(folded)
    assert len(units) == 9


def test_wordings_in_cells_are_known_names_of_their_unit():
    units = load(PLANS / "units.yaml")["units"]
    known = {
        unit: {n.casefold().removesuffix(".") for n in (record["name"], *record.get("aliases", []))}
        for unit, record in units.items()
    }
    for task_id in TASKS.values():
        task = task_by_id(task_id)
        for cell in (task["lead"], task["coordinating"]):
            for entry in cell:
                if isinstance(entry, dict):
                    assert entry["as"].casefold().removesuffix(".") in known[entry["unit"]]
                    assert entry["as"] != units[entry["unit"]]["name"]


def test_every_unit_is_used():
    units = load(PLANS / "units.yaml")["units"]
    used = {load(PLAN / "plan.yaml")["issuer"]}
    for task_id in TASKS.values():
        task = task_by_id(task_id)
        for cell in (task["lead"], task["coordinating"]):
            entries = cell["units"] if isinstance(cell, dict) else cell
            used |= {entry["unit"] if isinstance(entry, dict) else entry for entry in entries}
    assert used == set(units)
    assert units["phong-chuyen-mon"]["members"] == ["phong-cchc", "phong-tcbc"]
    assert units["don-vi-su-nghiep"]["members"] == ["ttdvvl"]


def test_settings():
    assert load(ROOT / "cchc.yaml") == {
        "format": "1",
        "language": "vi",
        "timezone": "Asia/Ho_Chi_Minh",
        "conventions": {"before": "exclusive", "roll": "forward"},
    }
    assert load(PLANS / "calendar.yaml") == {"days": []}
