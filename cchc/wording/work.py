"""The words around a time that say what is done: known verbs, and what they act on. Nothing else may stand there."""

from enum import Enum

from cchc.wording.numbers import digits
from cchc.wording.tokens import Cursor, attempt, phrases

_DONE_AT = phrases(
    """
    hoàn thành, hoàn thiện, hoàn tất, thực hiện, triển khai, tổ chức, ban hành, trình, gửi, nộp, công bố, thí điểm, phê duyệt,
    phấn đấu, kết thúc, xong, mở rộng, nhân rộng, ký, phát hành, bàn giao, nghiệm thu, ký kết, phát động, tiến hành, làm, họp
    """
)
_DONE_TO = phrases(
    """
    tham mưu, báo cáo, tổng hợp, tổng kết, sơ kết, đánh giá, rà soát, cập nhật, công khai, xây dựng, kiểm tra, khảo sát,
    thẩm định, lập, tiếp tục, duy trì, nghiên cứu, tập huấn, tuyên truyền, đăng tải, niêm yết, giao, cung cấp, chuẩn bị,
    xem xét, điều chỉnh, sửa đổi, bổ sung, hướng dẫn, đề xuất, tự đánh giá, chấm điểm, thống kê, số hóa, đào tạo, bồi dưỡng,
    đôn đốc, theo dõi, giám sát, phối hợp, xử lý, giải quyết, trả lời, phản hồi, đối thoại, khắc phục, vận hành, sử dụng,
    xác định, thành lập, kiện toàn, nhiệm vụ, công việc
    """
)
_TITLES = phrases(
    """
    thời hạn hoàn thành, thời gian hoàn thành, thời gian thực hiện, thời hạn thực hiện, thời hạn, thời gian, hạn
    """
)
_STARTS = ("bắt đầu", "khởi động", "khởi công")
_TIME_WORDS = phrases(
    """
    ngày, tháng, quý, năm, tuần, giờ, trước, sau, từ, trong, khi, chậm nhất, muộn nhất, trễ nhất, hàng ngày, thường xuyên,
    định kỳ, mỗi, từng, lần, kỳ, đầu, cuối, giữa, nửa, nay, ngay, theo, kể, tối thiểu, tối đa, ít nhất, hết, thứ, sáng, chiều,
    cả năm, suốt, giai đoạn, đột xuất, thời gian, thời hạn, vào, đến, tới, quanh năm, liên tục, hàng
    """
)
_CHANGING = frozenset(
    phrases(
        """
        không, chưa, trừ, ngoài, hoặc, khoảng, tạm, hoãn, lùi, dừng, nếu, tùy, gia, hạn, sớm, âm, nhưng, bắt, khởi, quá, hủy, bỏ
        """
    )
)
_NOT_OF_TIME = phrases(
    """
    ngân hàng, khách hàng, mặt hàng, cửa hàng, lần đầu, quý khách, toàn kỳ, tuần hoàn, thời kỳ, từ thiện
    """
)
_CALENDAR = frozenset(
    phrases(
        """
        hết, ngày, tháng, quý, năm, khi, cuối, đầu, giữa, nay, tuần, cả, suốt, giai, vòng, thời
        """
    )
)
_MARKS = frozenset(
    phrases(
        """
        trước, trong, chậm, muộn, trễ, từ, kể, giai, thường, liên, định, hàng, mỗi, khi, sau, đến, không, tối, đột, vào, cả
        """
    )
)
_REPORTS = ("báo cáo 6 tháng đầu năm", "báo cáo 6 tháng", "báo cáo 9 tháng", "báo cáo năm", "báo cáo quý", "báo cáo tháng")
_PAPERS = ("kế hoạch", "dự thảo", "hội nghị", "kết quả", "quyết định")
_LABEL_WORDS = 15


class Work(Enum):
    """What stands before a time: nothing, a title, verbs alone, verbs and what they act on, a beginning."""

    NONE = "none"
    TITLE = "title"
    PLAIN = "plain"
    DESCRIBED = "described"
    START = "start"


def work(cursor: Cursor, *, is_trailing: bool = False) -> Work:
    """Pass the words that say what is done. After a time they end at the next sign."""
    kind = _destination(cursor) if is_trailing else _title(cursor)
    start = cursor.at
    cursor.take("có", "phải")
    while not cursor.is_done:
        if cursor.take(*_STARTS):
            cursor.take("triển khai", "thực hiện")
            return Work.START
        if cursor.take(*_DONE_AT) or _is_summing_up(cursor):
            kind = kind if kind is Work.DESCRIBED else Work.PLAIN
        elif cursor.take(*_DONE_TO) or (kind is not Work.NONE and _pass_word(cursor, is_trailing=is_trailing)):
            kind = Work.DESCRIBED
        else:
            break
    if kind is Work.NONE:
        cursor.at = start
    return kind


def _destination(cursor: Cursor) -> Work:
    return Work.DESCRIBED if cursor.take("cho", "về", "tại", "để") else Work.NONE


def _title(cursor: Cursor) -> Work:
    """Pass `Thời hạn hoàn thành:` and `dự kiến`, behind which a time stands as if alone."""
    start = cursor.at
    if cursor.take(*_TITLES):
        cursor.take("là")
        cursor.take(":")
    cursor.take("dự kiến")
    return Work.TITLE if cursor.at > start else Work.NONE


def _is_summing_up(cursor: Cursor) -> bool:
    """Return whether `sơ kết`, `tổng kết` is passed, done in the month that follows; of a quarter or year it is the object."""
    start = cursor.at
    if cursor.take("sơ kết", "tổng kết") and cursor.word() in {"ngày", "tháng"}:
        return True
    cursor.at = start
    return False


def _pass_word(cursor: Cursor, *, is_trailing: bool) -> bool:
    """Pass a word that a verb acts on: no word of time, none that turns the meaning."""
    if cursor.take(*_NOT_OF_TIME):
        return True
    word = cursor.word()
    is_place = word in {"đến", "tới", "trong", "vào"} and cursor.word(1)[:1].isalpha() and cursor.word(1) not in _CALENDAR
    is_joint = word in {",", "và"} and not is_trailing and _goes_on(cursor)
    if not is_joint and not is_place and (word == "và" or not _is_free(cursor)):
        return False
    cursor.at += 1
    return True


def _is_free(cursor: Cursor) -> bool:
    """Return whether any word stands here that neither names a time nor turns the meaning."""
    return cursor.word().isalpha() and cursor.word() not in _CHANGING and not cursor.sees(*_TIME_WORDS)


def _goes_on(cursor: Cursor) -> bool:
    """Return whether after "," or "và" comes a further word of the same phrase."""
    cursor.at += 1
    found = _is_free(cursor)
    cursor.at -= 1
    return found


def may_follow(cursor: Cursor, kind: Work) -> bool:
    """Return whether a time may begin here: behind unknown words only with a mark, so that no misspelt mark goes unseen."""
    match kind:
        case Work.START:
            return cursor.word() in {"từ", "kể"}
        case Work.DESCRIBED:
            return cursor.word() in _MARKS
        case _:
            return True


@attempt
def label(cursor: Cursor) -> str | None:
    """Return the name that a part has before a colon: `Cấp xã: trước ngày 30/6`."""
    if cursor.sees(*_TITLES):
        return None
    start = cursor.at
    for _ in range(_LABEL_WORDS):
        if cursor.word() == ":" and cursor.at > start and not cursor.word(1).isdigit() | cursor.is_joined(1):
            cursor.at += 1
            return cursor.words_from(start)
        if cursor.take("đợt", "lần", "bước") and not cursor.word().isdigit():
            return None
        if cursor.word().isdigit() and cursor.word(-1) in {"đợt", "lần", "bước"}:
            cursor.at += 1
            continue
        if cursor.at == start and cursor.take(*_REPORTS):
            continue
        if not _is_free(cursor):
            return None
        cursor.at += 1
    return None


@attempt
def bracketed_label(cursor: Cursor) -> str | None:
    """Return the name that a part has in brackets: `(đợt 1)`, `(sơ kết)`."""
    if not cursor.take("("):
        return None
    start = cursor.at
    if cursor.take("đợt", "lần", "kỳ", "bước"):
        is_named = digits(cursor) is not None
    else:
        is_named = bool(cursor.take(*_REPORTS, *_PAPERS)) or work(cursor) in {Work.PLAIN, Work.DESCRIBED}
    if not is_named:
        return None
    name = cursor.words_from(start)
    return name if cursor.take(")") else None


@attempt
def condition(cursor: Cursor) -> bool | None:
    """Return whether `(nếu có)` stands here: the work waits for an occasion."""
    return True if cursor.take("( nếu có )", "( nếu khả thi )", "( nếu cần )", "( nếu cần thiết )", "nếu có") else None
