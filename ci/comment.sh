#!/usr/bin/env bash
# Puts $RUNNER_TEMP/cchc-out/diff.md into the one comment of this tool on a pull request, or into the job's summary:
# without a pull request, from a fork (its token cannot comment), for a text too long, or where the service refuses.
# In: ROOT, COMMENT, PULL_REQUEST, HEAD_REPOSITORY, GH_TOKEN; GITHUB_REPOSITORY and GITHUB_STEP_SUMMARY as the runner sets them.
set -euo pipefail

out="$RUNNER_TEMP/cchc-out"
[[ -s $out/diff.md ]] || exit 0
longest=60000    # GitHub takes 65,536 characters a comment
fits=1000000     # and 1 MiB a summary
cd "$RUNNER_TEMP"

marker="<!-- cchc-diff $(printf '%s' "${ROOT:-.}" | tr -c 'A-Za-z0-9/._' '_') -->"
body="$RUNNER_TEMP/cchc-comment.md"
printf '%s\n' "$marker" >"$body"
cat "$out/diff.md" >>"$body"

to_summary() {
    if (($(wc -c <"$out/diff.md") > fits)); then
        echo "cchc diff: > 1 MB" >>"$GITHUB_STEP_SUMMARY"
    else
        cat "$out/diff.md" >>"$GITHUB_STEP_SUMMARY"
    fi
    exit 0
}

[[ ${COMMENT:-true} == true && ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || to_summary
[[ ${HEAD_REPOSITORY:-} == "$GITHUB_REPOSITORY" ]] || to_summary
(($(wc -m <"$body") <= longest)) || to_summary

# Only a comment of the token's own: anybody may write the marker.
mine='.[] | select(.user.login == "github-actions[bot]") | [.id, (.body | split("\n")[0] | rtrimstr("\r"))] | @tsv'
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
known=$(gh api --paginate "$comments?per_page=100" --jq "$mine") || to_summary
id=$(awk -F '\t' -v marker="$marker" '$2 == marker { print $1; exit }' <<<"$known")

if [[ $id =~ ^[0-9]+$ ]]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body" --silent || to_summary
else
    gh api --method POST "$comments" -F "body=@$body" --silent || to_summary
fi
