"""The CI of a new workspace, in Vietnamese: checks and changes of each pull request, what is due each week; no job may write."""

CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2"
SETUP_PYTHON = "actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0"
UPLOAD = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1"

_INSTALL = f"""\
      - uses: {CHECKOUT}
        with:
          fetch-depth: 0 # cả các thẻ issued/…: validate so kế hoạch đã ban hành với bản đã ký
          persist-credentials: false
      - uses: {SETUP_PYTHON}
        with:
          python-version: "3.13"
      # Cài ra ngoài thư mục kế hoạch và chạy riêng (-I): tệp .py trong một đề nghị sửa không bao giờ được nạp.
      - name: Cài cchc
        env:
          SOURCE: ${{{{ vars.CCHC_SOURCE }}}}
        run: |
          if [ -z "$SOURCE" ]; then
            echo "Đặt biến CCHC_SOURCE của kho (Settings, Variables): nơi cài cchc, ví dụ git+https://…@v0.1.0" >&2
            exit 1
          fi
          python -I -m venv "$RUNNER_TEMP/cchc"
          "$RUNNER_TEMP/cchc/bin/python" -I -m pip install --quiet -- "$SOURCE"
          echo "$RUNNER_TEMP/cchc/bin" >> "$GITHUB_PATH"
"""

_PULL_REQUEST = f"""\
      # Thay đổi và phụ lục trước, sau: ghi vào bản tóm tắt của lần chạy và thành tệp tải về; không cần quyền ghi nào.
      # HEAD là bản hợp nhất thử do GitHub tạo, HEAD^1 là bản gốc mà nó hợp nhất vào.
      - name: Thay đổi so với bản gốc
        if: github.event_name == 'pull_request'
        run: |
          mkdir -p "$RUNNER_TEMP/phu-luc"
          cchc diff "HEAD^1" HEAD --format md >> "$GITHUB_STEP_SUMMARY" || true
          for file in plans/*/plan.yaml; do
            plan=${{file#plans/}}
            plan=${{plan%/plan.yaml}}
            cchc render "$RUNNER_TEMP/phu-luc/$plan-truoc.docx" "--plan=$plan" --rev "HEAD^1" || true
            cchc render "$RUNNER_TEMP/phu-luc/$plan-sau.docx" "--plan=$plan" || true
          done
      - if: github.event_name == 'pull_request'
        uses: {UPLOAD}
        with:
          name: phu-luc
          path: ${{{{ runner.temp }}}}/phu-luc
          if-no-files-found: ignore
          retention-days: 14
"""

WORKFLOW = f"""\
name: cchc
on: [push, pull_request]
permissions: {{}}
concurrency:
  group: ${{{{ github.workflow }}}}-${{{{ github.ref }}}}
  cancel-in-progress: true
jobs:
  plans:
    name: kiểm tra kế hoạch
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read # chỉ để lấy tệp về
    steps:
{_INSTALL}{_PULL_REQUEST}      - run: cchc validate
      - run: cchc fmt --check
"""

WEEKLY = f"""\
name: cchc-tuan
# Việc quá hạn và việc đến hạn trong tuần: bảng trong bản tóm tắt của lần chạy, 7 giờ 30 sáng thứ Hai, giờ Việt Nam.
on:
  schedule:
    - cron: "30 0 * * 1"
  workflow_dispatch:
permissions: {{}}
concurrency:
  group: ${{{{ github.workflow }}}}
  cancel-in-progress: false
jobs:
  due:
    name: việc đến hạn trong tuần
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read # chỉ để lấy tệp về
    steps:
{_INSTALL}      - run: cchc due --week --format md >> "$GITHUB_STEP_SUMMARY"
"""

GITLAB = """\
# Biến CCHC_SOURCE (Settings, CI/CD, Variables): nơi cài cchc, ví dụ git+https://…@v0.1.0
.cchc:
  image: python:3.13.1-bookworm
  timeout: 10 minutes
  variables:
    GIT_DEPTH: "0"
  before_script:
    - test -n "$CCHC_SOURCE" || { echo "Đặt biến CCHC_SOURCE (Settings, CI/CD, Variables)" >&2; exit 1; }
    # Cài ra ngoài thư mục kế hoạch và chạy riêng (-I): tệp .py trong một đề nghị sửa không bao giờ được nạp.
    - cd / && python -I -m venv /opt/cchc
    - /opt/cchc/bin/python -I -m pip install --quiet -- "$CCHC_SOURCE"
    - cd "$CI_PROJECT_DIR"

kiem-tra:
  extends: .cchc
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "schedule"
  script:
    - /opt/cchc/bin/cchc validate --format gitlab --output gl-code-quality-report.json || true
    - /opt/cchc/bin/cchc validate --format junit --output cchc-junit.xml || true
    - /opt/cchc/bin/cchc validate
    - /opt/cchc/bin/cchc fmt --check
  artifacts:
    when: always
    expire_in: 2 weeks
    reports:
      codequality: gl-code-quality-report.json
      junit: cchc-junit.xml

thay-doi:
  extends: .cchc
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - /opt/cchc/bin/cchc diff "$CI_MERGE_REQUEST_DIFF_BASE_SHA" HEAD --format md --output thay-doi.md || test $? -eq 1
  artifacts:
    expire_in: 2 weeks
    expose_as: thay doi
    paths: [thay-doi.md]

# Đặt lịch chạy hằng tuần ở Build, Pipeline schedules.
viec-trong-tuan:
  extends: .cchc
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - /opt/cchc/bin/cchc due --week
"""

FILES = {
    "github": {".github/workflows/cchc.yml": WORKFLOW, ".github/workflows/cchc-tuan.yml": WEEKLY},
    "gitlab": {".gitlab-ci.yml": GITLAB},
    "none": {},
}
"""The files of each kind of CI by the name that `--ci` knows it by."""
