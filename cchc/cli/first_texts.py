"""Texts of a new workspace as the office finds them, in Vietnamese."""

SETTINGS = """\
format: 1
language: {language}                 # ngôn ngữ thông báo của công cụ: vi | en; văn bản in ra không đổi
timezone: Asia/Ho_Chi_Minh   # quyết định "hôm nay" là ngày nào
conventions:
  before: exclusive          # "trước ngày D": hạn cuối là ngày liền trước D; inclusive: chính ngày D
  roll: forward              # hạn tính theo ngày rơi vào ngày nghỉ thì dời tới ngày làm việc kế tiếp; none: không dời
"""

ON_UNITS = """\
# Đơn vị và nhóm đơn vị. Mã (như van-phong) giữ cố định; kế hoạch nhắc tới đơn vị bằng mã."""

ON_EVENTS = """\
# types: loại sự kiện làm căn cứ tính hạn. events: sự kiện đã xảy ra; ghi bằng lệnh cchc event add."""

ON_CALENDAR = """\
# Ngày nghỉ, ngày hoán đổi mà công cụ chưa biết. Lệnh cchc calendar in những ngày đã biết và căn cứ."""

ON_PLAN = """\
# Nhiệm vụ có sample: true là mẫu, hãy thay bằng nhiệm vụ thật. Sửa xong, chạy cchc validate."""

GIT_IGNORE = """\
# tệp tạm của cchc
.cchc.lock
*.cchc-tmp
"""

GIT_ATTRIBUTES = """\
* text=auto eol=lf
*.docx binary
*.xlsx binary
*.pdf binary
plans/**/*.yaml merge=cchc
"""

MERGE_DRIVER = (
    'git config merge.cchc.name "cchc merge-file"',
    'git config merge.cchc.driver "cchc merge-file %O %A %B --path %P --marker-size %L"',
)
"""What each copy of a repository is told by a person: git takes no program from what it fetches."""

PRE_COMMIT = """\
# Chạy một lần: pre-commit install. Từ đó mỗi lần commit, kế hoạch được kiểm tra trước.
repos:
  - repo: local
    hooks:
      - id: cchc-validate
        name: cchc validate
        entry: cchc validate
        language: system
        pass_filenames: false
        files: ^(cchc\\.yaml|plans/.*\\.yaml)$
      - id: cchc-fmt
        name: cchc fmt --check
        entry: cchc fmt --check
        language: system
        pass_filenames: false
        files: ^(cchc\\.yaml|plans/.*\\.yaml)$
"""

README = """\
# Kế hoạch cải cách hành chính của NAME

Kế hoạch nằm trong các tệp chữ ở thư mục `plans`. Công cụ `cchc` kiểm tra, nhắc hạn và in phụ lục ra Word.

| Việc cần làm | Lệnh |
|---|---|
| Kiểm tra sau khi sửa | `cchc validate` |
| Xem việc quá hạn, việc đến hạn trong tuần | `cchc due` |
| Vì sao hạn là ngày đó | `cchc explain A.1` |
| Ghi một việc đã xong | `cchc done A.1` |
| Ghi một văn bản làm căn cứ tính hạn | `cchc event add` |
| Ghi số, ngày của kế hoạch đã ký | `cchc issue` |
| In phụ lục | `cchc render phu-luc.docx` |
| Sắp lại bố cục tệp | `cchc fmt` |

Nhiều người cùng sửa: mỗi người chạy một lần hai lệnh sau ở thư mục này, để git hợp nhất kế hoạch theo từng nhiệm vụ.

    MERGE_DRIVER

| Cần sửa | Mở tệp |
|---|---|
| Nhiệm vụ, thời hạn | `plan.yaml` trong thư mục của kế hoạch |
| Tên đơn vị | `plans/units.yaml` |
| Loại sự kiện | `plans/events.yaml` |
| Ngày nghỉ mới công bố | `plans/calendar.yaml` |

Mở thư mục này bằng Visual Studio Code và nhận cài tiện ích YAML được đề nghị: khi gõ, trình soạn thảo gợi ý khóa, giải
thích từng khóa và gạch chân chỗ sai. Cài bản `cchc` mới thì chạy `cchc schema --folder schema` một lần.
"""
