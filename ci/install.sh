#!/usr/bin/env bash
# Installs cchc into an environment of its own, outside of the checkout. In: SOURCE (empty: the version that this file is of).
# Python is isolated (-I): a pull request may bring a venv.py, a pip.py or a yaml.py.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$RUNNER_TEMP"

if ! python3 -I -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "cchc needs python3 3.11 or newer; put actions/setup-python before this action" >&2
    exit 1
fi
python3 -I -m venv cchc-tool
pip=(cchc-tool/bin/python -I -m pip --disable-pip-version-check install --quiet)
"${pip[@]}" -c "$here/constraints.txt" --upgrade pip
"${pip[@]}" -c "$here/constraints.txt" --build-constraint "$here/constraints.txt" -- "${SOURCE:-$here}"
