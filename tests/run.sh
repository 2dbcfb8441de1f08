#!/usr/bin/env bash
# Installs all that the tests need on a Debian machine with Python 3.11 or later and runs every check; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
environment="${RESUME_PARSER_VENV:-.venv-test}"
if ! python3 -c "import ensurepip, venv" 2>/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv
fi
python3 -m venv --clear "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --editable ".[ocr,test]"
"$environment/bin/ruff" check .
"$environment/bin/ruff" format --check .
"$environment/bin/mypy"
"$environment/bin/python" -m pytest -n 2
"$environment/bin/python" -m benchmarks.gate
