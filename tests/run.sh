#!/usr/bin/env bash
# Installs all that the tests need on a Debian machine with Python 3.11 or later and runs every check; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
environment="${RESUME_PARSER_VENV:-.venv-test}"
if ! python3 -c "import ensurepip, venv" 2>/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv
fi
if ! command -v tesseract >/dev/null; then
    apt-get update -qq && apt-get install -y -qq tesseract-ocr
fi
for language in fra deu spa ita por; do
    if ! tesseract --list-langs 2>/dev/null | grep -qx "$language"; then
        apt-get install -y -qq "tesseract-ocr-$language"
    fi
done
if ! command -v redis-server >/dev/null || ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql redis-server
fi
if ! command -v chromium >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
fi
export RESUME_PARSER_REQUIRE_SERVERS=1
python3 -m venv --clear "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --editable ".[ocr,test]"
"$environment/bin/ruff" check .
"$environment/bin/ruff" format --check .
"$environment/bin/mypy"
"$environment/bin/python" -m pytest -n 2
"$environment/bin/python" -m benchmarks.gate
