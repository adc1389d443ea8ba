"""The captions of an appendix, in the words of many offices, and the rows in which they stand."""

from collections.abc import Iterator, Sequence

from cchc.intake.draft.text import clean, folded
from cchc.intake.draft.values import KNOWN_KEYS, Caption
from cchc.intake.values import SourceRow, SourceTable
from cchc.model.ids import made_id

_WHOLE = {
    "number": ("tt", "stt", "số tt", "số thứ tự", "thứ tự", "s tt", "tt số", "no", "mục số", "ký hiệu mục"),
    "content": ("việc", "đầu việc", "tên", "nội dung chính", "chỉ tiêu nhiệm vụ", "nhóm việc"),
    "deadline": ("hạn", "khi nào", "lịch", "mốc", "thời điểm"),
    "lead": ("chủ trì", "đơn vị", "cơ quan", "bộ phận", "phụ trách", "ai làm", "người làm"),
}
_WORDS = {
    "coordinating": ("phối hợp", "tham gia", "cùng thực hiện"),
    "lead": (
        "chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "bộ phận thực hiện", "người thực hiện", "phòng thực hiện",
        "đơn vị phụ trách", "cơ quan phụ trách", "bộ phận phụ trách", "người phụ trách", "chịu trách nhiệm",
        "trách nhiệm thực hiện",
        "tổ chức thực hiện", "cá nhân thực hiện", "đầu mối", "phân công", "đơn vị chính",
        "đơn vị tham mưu", "cơ quan tham mưu", "giao cho",
    ),
    "deadline": (
        "thời hạn", "thời gian", "tiến độ", "hạn hoàn thành", "hạn cuối", "ngày hoàn thành", "hoàn thành trước", "thời điểm",
        "hạn thực hiện", "kỳ hạn", "hạn xử lý", "lộ trình",
    ),
    "results": ("kết quả", "sản phẩm", "đầu ra", "kq", "minh chứng", "tài liệu kiểm chứng"),
    "content": (
        "nội dung", "nhiệm vụ", "công việc", "hoạt động", "giải pháp", "tên việc", "danh mục việc", "tiêu chí", "công tác",
        "việc cần làm",
    ),
}  # fmt: skip
_UNITS = ("cơ quan đơn vị", "đơn vị cá nhân", "phòng ban", "đơn vị bộ phận")
_HEAD_ROWS = 30
_DEEPEST = 3
_ID_WORDS = 4


def key_of(caption: str) -> str | None:
    """Return the key of the column that a caption names; None for one that is the office's own."""
    words = folded(caption)
    for key, phrases in _WHOLE.items():
        if words in phrases:
            return key
    spaced = f" {words} "
    found = [
        (spaced.find(f" {phrase} "), -len(phrase), key)
        for key, phrases in _WORDS.items()
        for phrase in phrases
        if f" {phrase} " in spaced
    ]
    if not found and words.startswith(_UNITS):
        return "lead"
    return min(found)[2] if found else None


def captions_in(table: SourceTable) -> tuple[tuple[Caption, ...], int, int] | None:
    """Return the captions of an appendix, the row at which they begin and how many rows they take; None where there are none.

    Captions may stand in two or three rows, one above the other: "Đơn vị thực hiện" over "Chủ trì" and "Phối hợp".
    """
    best: tuple[int, int, int, tuple[Caption, ...]] | None = None
    for start in range(min(_HEAD_ROWS, len(table.rows))):
        for depth in range(1, min(_DEEPEST, len(table.rows) - start) + 1):
            rows = table.rows[start : start + depth]
            if depth > 1 and not _goes_on(table.rows[start], rows[-1]):
                break
            captions = _named(_stacked(rows))
            score = _score(captions)
            if score and (best is None or score > best[0]):
                best = (score, start, depth, captions)
        if best is not None and best[1] < start:
            break
    return None if best is None else (best[3], best[1], best[2])


def is_repeated(row: SourceRow, head: Sequence[SourceRow]) -> bool:
    """Return whether a row says the captions once more, as at the top of a page."""
    words = [folded(cell.text) for cell in row.cells]
    return any(words) and any(words == [folded(cell.text) for cell in above.cells] for above in head)


def counts_columns(row: SourceRow) -> bool:
    """Return whether a row only numbers the columns: `(1) (2) (3)`, `A B 1 2`."""
    words = [folded(cell.text) for cell in row.cells if not cell.is_continued_down]
    numbers = [word for word in words if word.isdigit()]
    return (
        len(numbers) >= 2
        and all(word.isdigit() or len(word) == 1 for word in words)
        and [int(number) for number in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))
        and len(words) >= 3
    )


def _goes_on(first: SourceRow, row: SourceRow) -> bool:
    """Return whether a row of captions can stand below the first: something reaches into it, or across it."""
    return any(cell.is_continued_down for cell in row.cells) or (any(cell.span > 1 for cell in first.cells) and row.is_header)


def _stacked(rows: Sequence[SourceRow]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield each column of the grid from the lowest row of captions, with the words over it, the lowest last."""
    for cell in rows[-1].cells:
        words: list[str] = []
        for row in rows:
            over = next((above for above in row.cells if above.column <= cell.column < above.column + above.span), None)
            text = "" if over is None else clean(over.text.replace("\n", " "))
            words += [text] if text and text not in words else []
        yield cell.column, cell.span, words


def _named(columns: Iterator[tuple[int, int, list[str]]]) -> tuple[Caption, ...]:
    """Return captions with keys: each known key once, the columns of the office's own under ids made of their words."""
    found: list[Caption] = []
    taken: set[str] = set()
    for column, span, words in columns:
        title = " ".join(words)
        key = (key_of(words[-1]) or key_of(title)) if words else ""
        if key is None or key in taken:
            key = made_id(title, {*taken, *KNOWN_KEYS}, _ID_WORDS) or f"cot-{column + 1}"
        taken |= {key} - {""}
        found.append(Caption(column, span, key, title))
    return tuple(found)


def _score(captions: tuple[Caption, ...]) -> int:
    """Return how many known columns there are; 0 where it is no appendix."""
    keys = {caption.key for caption in captions} & set(KNOWN_KEYS)
    is_appendix = "content" in keys and keys & {"deadline", "lead", "results"}
    return len(keys) if is_appendix and all(len(caption.title) < 200 for caption in captions) else 0
