"""The words around a time that say what is done: known verbs, and what they act on. Nothing else may stand there."""

from enum import Enum

from cchc.wording.tokens import Cursor, attempt, phrases

_VERBS = phrases(
    """
    hoàn thành, hoàn thiện, hoàn tất, thực hiện, triển khai, tổ chức, ban hành, trình, tham mưu, gửi, nộp, báo cáo, tổng hợp,
    tổng kết, sơ kết, đánh giá, rà soát, cập nhật, công bố, công khai, xây dựng, thí điểm, kiểm tra, khảo sát, phê duyệt,
    thẩm định, lập, tiếp tục, duy trì, nghiên cứu, tập huấn, tuyên truyền, đăng tải, niêm yết, họp, giao, cung cấp, chuẩn bị,
    phấn đấu, kết thúc, xong, xem xét, mở rộng, nhân rộng, điều chỉnh, sửa đổi, bổ sung, hướng dẫn, ký, phát hành, đề xuất,
    bàn giao, nghiệm thu, tự đánh giá, chấm điểm, thống kê, số hóa, đào tạo, bồi dưỡng, ký kết, phát động, đôn đốc, theo dõi,
    giám sát, làm, tiến hành, nhiệm vụ, công việc, công tác, việc, kế hoạch, dự thảo, hội nghị, kết quả, quyết định, phối hợp,
    xử lý, giải quyết, trả lời, phản hồi, đối thoại, khắc phục, vận hành, sử dụng, xác định, thành lập, kiện toàn
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
_MOST_WORDS = 40
_LABEL_WORDS = 15


class Work(Enum):
    """What stands before a time: nothing, known verbs alone, verbs and what they act on, a beginning."""

    NONE = "none"
    PLAIN = "plain"
    DESCRIBED = "described"
    START = "start"


def work(cursor: Cursor, *, is_trailing: bool = False) -> Work:
    """Pass the words that say what is done. After a time they end at the next sign."""
    if not is_trailing and cursor.take(*_TITLES):
        cursor.take("là")
        cursor.take(":")
    kind = Work.NONE
    cursor.take("có", "dự kiến", "phải")
    while not cursor.is_done:
        if cursor.take(*_STARTS):
            cursor.take("triển khai", "thực hiện")
            return Work.START
        if cursor.take(*_VERBS):
            kind = kind if kind is Work.DESCRIBED else Work.PLAIN
        elif kind is Work.NONE or not _pass_word(cursor, is_trailing=is_trailing):
            break
        else:
            kind = Work.DESCRIBED
    return kind


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
        is_round = cursor.sees("đợt", "lần", "bước", "giai đoạn")
        if is_round and cursor.word(len(is_round.split())).isdigit():
            cursor.at += len(is_round.split())
        elif not _is_free(cursor):
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
        cursor.at += 1
    elif work(cursor) not in {Work.PLAIN, Work.DESCRIBED}:
        return None
    name = cursor.words_from(start)
    return name if cursor.take(")") else None


@attempt
def condition(cursor: Cursor) -> bool | None:
    """Return whether `(nếu có)` stands here: the work waits for an occasion."""
    return True if cursor.take("( nếu có )", "( nếu khả thi )", "( nếu cần )", "( nếu cần thiết )", "nếu có") else None
