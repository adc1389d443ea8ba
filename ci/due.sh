#!/usr/bin/env bash
# Puts what is overdue and due this week into the job's summary, and into the step's output `list` for a job that may post it.
set -euo pipefail

list="$RUNNER_TEMP/due.md"
status=0
"$RUNNER_TEMP/cchc-tool/bin/cchc" due --week --format md --output "$list" || status=$?
[[ -s $list ]] || exit "$status"

cat "$list" >>"$GITHUB_STEP_SUMMARY"
if (($(wc -c <"$list") > 60000)); then # GitHub takes 65,536 characters a comment
    printf '%s/%s/actions/runs/%s\n' "$GITHUB_SERVER_URL" "$GITHUB_REPOSITORY" "$GITHUB_RUN_ID" >"$list"
fi
end="end-$(python3 -I -c 'import secrets; print(secrets.token_hex(16))')" # no line of a plan can be it
{
    echo "list<<$end"
    cat "$list"
    printf '\n%s\n' "$end"
} >>"$GITHUB_OUTPUT"
exit "$status" # 1 where a plan was left out for its errors
