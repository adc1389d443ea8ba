"""The words of a paragraph: each element that may hold words is listed, and any other is told with what it holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple

from cchc.intake.values import NoticeKind
from cchc.intake.word.changes import CHANGES
from cchc.intake.word.context import Context
from cchc.intake.word.drawings import tell_drawing
from cchc.intake.word.fields import Fields
from cchc.intake.word.markers import MARKERS
from cchc.intake.word.styles import Style, old_font
from cchc.intake.word.symbols import sign
from cchc.intake.word.xml import MATH, MC, RELATION, branch_of, is_placeholder, plain_words, properties_of
from cchc.ooxml.package import W
from cchc.ooxml.task_marks import MARK

_TEXT, _PROPERTIES = W + "t", W + "rPr"
_VANISH, _RUN_STYLE, _FONTS = W + "vanish", W + "rStyle", W + "rFonts"
_STRIKES = {W + "strike", W + "dstrike"}
_OFF = {"0", "false", "off"}


class _Look(NamedTuple):
    """What the properties of a run make of its words, as far as it matters to what they say."""

    is_hidden: bool
    old_font: str
    is_struck: bool


class Words:
    """Reads one paragraph at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._notices = context.notices
        self._pieces: list[str] = []
        self._fields = Fields(context.notices)
        self._style = context.styles.paragraph(None)
        self._is_deleted = False

    def read(self, paragraph: Any, style: Style) -> str:
        """Return the words of a paragraph as Word prints them."""
        self._pieces = []
        self._style = style
        self._inside(paragraph)
        self._fields.close()
        return "".join(self._pieces)

    def _inside(self, element: Any) -> None:
        for child in element:
            handle = _HANDLERS.get(child.tag)
            if handle is not None:
                handle(self, child)
            elif child.tag not in MARKERS:
                name = child.tag.rpartition("}")[2]
                self._notices.tell(NoticeKind.UNKNOWN, plain_words(child) or "".join(child.itertext()).strip(), name)

    def _put(self, text: str) -> None:
        code = self._fields.code
        (self._pieces if code is None else code).append(text)

    @contextmanager
    def _apart(self) -> Iterator[list[str]]:
        """Read words that do not belong to the text into a list of their own."""
        before, self._pieces = self._pieces, []
        try:
            yield self._pieces
        finally:
            self._pieces = before

    def run(self, run: Any) -> None:
        properties = properties_of(run, "rPr", self._context.tracked)
        look = self._look(properties)
        if look.is_hidden:
            with self._apart() as pieces:
                self._inside(run)
            if pieces:
                self._notices.tell(NoticeKind.HIDDEN, "".join(pieces))
            return
        begin = len(self._pieces)
        self._inside(run)
        if (look.old_font or look.is_struck) and len(self._pieces) > begin:
            words = "".join(self._pieces[begin:])
            if look.is_struck:
                self._notices.tell(NoticeKind.STRUCK, words, is_kept=True)
            if look.old_font:
                self._notices.tell_once(NoticeKind.OLD_FONT, words, look.old_font, is_kept=True)

    def _look(self, properties: Any) -> _Look:
        is_hidden, font, is_struck = self._style.is_hidden, self._style.old_font, False
        own: bool | None = None
        for child in () if properties is None else properties:
            if child.tag == _VANISH:
                own = child.get(W + "val") not in _OFF
            elif child.tag in _STRIKES:
                is_struck = is_struck or child.get(W + "val") not in _OFF
            elif child.tag == _RUN_STYLE:
                style = self._context.styles.character(child.get(W + "val", ""))
                is_hidden = is_hidden or style.is_hidden
                font = style.old_font or font
            elif child.tag == _FONTS:
                font = old_font(child)
        return _Look(is_hidden if own is None else own, font, is_struck)

    def text(self, element: Any) -> None:
        if element.text:
            self._put(element.text)

    def deleted_text(self, element: Any) -> None:
        if self._is_deleted or self._context.tracked == "ignore":
            self._put(element.text or "")
        else:
            self._notices.tell(NoticeKind.DELETED, element.text or "")

    def change(self, element: Any) -> None:
        kind, counts_when = CHANGES[element.tag]
        is_kept = self._context.tracked == counts_when
        was_deleted = self._is_deleted
        self._is_deleted = was_deleted or counts_when == "ignore"
        with self._apart() as pieces:
            self._inside(element)
        self._is_deleted = was_deleted
        if is_kept:
            self._pieces += pieces
        if pieces:
            self._notices.tell(kind, "".join(pieces), is_kept=is_kept)

    def control(self, element: Any) -> None:
        """Read a content control; what Word asks to be filled in is no answer."""
        if not is_placeholder(element):
            self._inside(element)
            return
        with self._apart() as pieces:
            self._inside(element)
        self._notices.tell(NoticeKind.PLACEHOLDER, "".join(pieces))

    def link(self, element: Any) -> None:
        target = self._context.links.get(element.get(RELATION + "id", ""))
        if target:
            self._notices.tell(NoticeKind.LINK, target)
        self._inside(element)

    def simple_field(self, element: Any) -> None:
        self._inside(element)
        self._notices.tell(NoticeKind.FIELD, element.get(W + "instr", "").strip())

    def field_mark(self, element: Any) -> None:
        shown = self._fields.turn(element)
        if shown:
            self._put(shown)

    def instruction(self, element: Any) -> None:
        self._fields.instruct(element.text or "")

    def alternatives(self, element: Any) -> None:
        branch = branch_of(element)
        if branch is not None:
            self._inside(branch)

    def symbol(self, element: Any) -> None:
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        try:
            letter = sign(int(code, 16), font)
        except (ValueError, OverflowError):
            letter = None
        if letter is None:
            self._notices.tell(NoticeKind.SYMBOL, code, font)
        else:
            self._put(letter)

    def note(self, element: Any) -> None:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        note = self._context.notes[kind].get(element.get(W + "id", ""))
        self._notices.tell(NoticeKind(kind), "" if note is None else plain_words(note))

    def drawing(self, element: Any) -> None:
        tell_drawing(element, self._notices)

    def equation(self, element: Any) -> None:
        text = plain_words(element)
        self._put(text)
        self._notices.tell(NoticeKind.EQUATION, text, is_kept=True)

    def reading(self, element: Any) -> None:
        """Tell of letters that are printed above a word to say how it is read."""
        self._notices.tell(NoticeKind.RUBY, plain_words(element))

    def bookmark(self, element: Any) -> None:
        name = element.get(W + "name", "")
        if name.startswith(MARK):
            self._context.marks.append(name)

    def computed(self, element: Any) -> None:
        """Tell of a number or date that Word puts in by itself."""
        self._notices.tell(NoticeKind.FIELD, element.tag.removeprefix(W))

    def embedded(self, element: Any) -> None:
        self._notices.tell(NoticeKind.EMBEDDED, "", self._context.links.get(element.get(RELATION + "id", ""), ""))


def _letter(letter: str) -> Callable[[Words, Any], None]:
    def put(words: Words, element: Any) -> None:
        words._put(letter)

    return put


_HANDLERS: MappingProxyType[str, Callable[[Words, Any], None]] = MappingProxyType(
    {
        _TEXT: Words.text,
        W + "r": Words.run,
        W + "delText": Words.deleted_text,
        W + "tab": _letter("\t"),
        W + "ptab": _letter("\t"),
        W + "br": _letter("\n"),
        W + "cr": _letter("\n"),
        W + "noBreakHyphen": _letter("\N{NON-BREAKING HYPHEN}"),
        W + "softHyphen": _letter("\N{SOFT HYPHEN}"),
        W + "sym": Words.symbol,
        **dict.fromkeys(CHANGES, Words.change),
        W + "sdt": Words.control,
        W + "hyperlink": Words.link,
        **dict.fromkeys(
            [W + name for name in ("sdtContent", "smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase")], Words._inside
        ),
        W + "fldSimple": Words.simple_field,
        W + "fldChar": Words.field_mark,
        W + "instrText": Words.instruction,
        W + "delInstrText": Words.instruction,
        MC + "AlternateContent": Words.alternatives,
        **dict.fromkeys((W + "footnoteReference", W + "endnoteReference", W + "commentReference"), Words.note),
        **dict.fromkeys((W + "drawing", W + "pict", W + "object"), Words.drawing),
        **dict.fromkeys((MATH + "oMath", MATH + "oMathPara"), Words.equation),
        W + "rt": Words.reading,
        W + "bookmarkStart": Words.bookmark,
        **dict.fromkeys(
            [W + name for name in ("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")],
            Words.computed,
        ),
        **dict.fromkeys((W + "subDoc", W + "contentPart", W + "control"), Words.embedded),
    }
)
