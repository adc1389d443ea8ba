#!/usr/bin/env bash
# Tells what changed since the base, and prints the appendices of both sides, into $RUNNER_TEMP/cchc-out.
# In: ROOT, BASE, EVENT_BASE, CCHC_LANG, APPENDIX. No token is at hand here: plans and templates may be a stranger's.
set -euo pipefail

cchc="$RUNNER_TEMP/cchc-tool/bin/cchc"
out="$RUNNER_TEMP/cchc-out"
mkdir -p "$out"
echo "artifact=cchc-$(printf '%s' "${ROOT:-.}" | tr -c 'A-Za-z0-9._' '-')" >>"$GITHUB_OUTPUT"
cd "${ROOT:-.}"

# A pull request may bring a folder that looks like a repository, with programs in its settings.
git() {
    command git -c safe.bareRepository=explicit -c core.fsmonitor=false "$@"
}

# What a pull request is merged into is the first parent of its merge commit; else where the branch left the base.
base_of() {
    if [[ ${BASE:-} ]]; then
        printf '%s\n' "$BASE"
    elif git rev-parse --verify --quiet 'HEAD^2^{commit}' >/dev/null; then
        git rev-parse --verify 'HEAD^1^{commit}'
    elif [[ ${EVENT_BASE:-} ]]; then
        git merge-base "$EVENT_BASE" HEAD
    else
        git rev-parse --verify 'HEAD^1^{commit}'
    fi
}

if ! base=$(base_of); then
    echo "::notice title=cchc::there is no base to compare with; actions/checkout needs fetch-depth: 0"
    exit 0
fi
base=$(git rev-parse --verify --end-of-options "$base^{commit}")

# A plan with errors cannot be compared; validate tells them.
"$cchc" diff "$base" HEAD --format md --output "$out/diff.md" || echo "cchc diff ended with $?"

[[ ${APPENDIX:-true} == true ]] || exit 0
shopt -s nullglob
for file in plans/*/plan.yaml; do
    plan=${file#plans/}
    plan=${plan%/plan.yaml}
    [[ $plan =~ ^[a-z0-9][a-z0-9-]{0,63}$ ]] || continue
    "$cchc" render "$out/$plan-before.docx" "--plan=$plan" --rev "$base" || echo "cchc render of $plan before ended with $?"
    "$cchc" render "$out/$plan-after.docx" "--plan=$plan" --rev HEAD || echo "cchc render of $plan after ended with $?"
done
