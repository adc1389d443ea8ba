#!/usr/bin/env bash
# Checks the workspace and annotates what is wrong. In: ROOT, CCHC_LANG, STRICT.
set -euo pipefail

strict=()
[[ ${STRICT:-false} != true ]] || strict=(--strict)
exec "$RUNNER_TEMP/cchc-tool/bin/cchc" validate --root "${ROOT:-.}" --format github "${strict[@]}"
