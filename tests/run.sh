#!/usr/bin/env bash
# Installs all that the tests need on a Debian machine with Python 3.11 and runs every check; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
environment="${RESUME_PARSER_VENV:-.venv}"
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check ".[ocr,test]"
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --editable .
"$environment/bin/ruff" check .
"$environment/bin/ruff" format --check .
"$environment/bin/mypy"
"$environment/bin/python" -m pytest -n 2
"$environment/bin/python" benchmarks/gate.py
