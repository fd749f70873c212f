#!/usr/bin/env bash
# The tests at one end of every dependency's range, in an environment of their own:
#   bash tests/ends.sh lowest python3.11     the lowest version of each that pyproject.toml allows
#   bash tests/ends.sh newest python3.13     the newest there are
# What follows is handed to pytest: bash tests/ends.sh lowest python3.11 tests/unit/scenario
set -euo pipefail
unset PIP_CONSTRAINT
cd "$(dirname "$0")/.."

if [ $# -lt 2 ]; then
  sed -n '2,5s/^# //p' tests/ends.sh >&2
  exit 2
fi
end=$1 python=$2
shift 2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$python" -m venv "$place/env"
"$place/env/bin/python" - > "$place/lowest.txt" <<'LOWEST'
import re, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
for wanted in (*project["dependencies"], *project["optional-dependencies"]["test"]):
    print(re.sub(r"\[.*\]", "", wanted).replace(">=", "=="))
LOWEST
# The SDK of `dilemma mcp` asks for newer versions than the rest does: at the lowest end its tests are skipped.
"$place/env/bin/python" - > "$place/tests.txt" <<'TESTS'
import tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
print(*(one for one in project["optional-dependencies"]["test"] if not one.startswith("mcp>")), sep="\n")
TESTS
case $end in
  lowest) wanted=(-e . -r "$place/tests.txt") ;;
  newest) : > "$place/lowest.txt"; wanted=(-e '.[test]') ;;
  *) echo "lowest or newest, not $end"; exit 2 ;;
esac

"$place/env/bin/pip" install --quiet --constraint "$place/lowest.txt" "${wanted[@]}"
"$place/env/bin/pip" list
"$place/env/bin/python" -m pytest -n auto "$@"
