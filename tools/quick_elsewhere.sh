#!/usr/bin/env bash
# Run the quick tests in another environment than .venv, where this machine can.
#
#   tools/quick_elsewhere.sh lowest [WORKERS]    the lowest versions that pyproject.toml allows, the lowest Python
#   tools/quick_elsewhere.sh newer [WORKERS]     the same versions as in .venv, a newer Python
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly kind="$1"
readonly workers="${2:-2}"

# Print the first of these versions of Python that is there: on the path, or kept by pyenv beside it.
find_version() {
  local version candidate
  for version in "$@"; do
    for candidate in "python$version" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*"/bin/python$version"; do
      if "$candidate" -c 'import venv, ensurepip, sqlite3' 2>/dev/null; then
        command -v "$candidate"
        return
      fi
    done
  done
  return 1
}

case "$kind" in
  lowest)
    pins=lowest
    # The lowest versions are older than Python 3.14.
    python="$(find_version 3.11 3.12 3.13)" || {
      echo "quick tests with the lowest versions: left out, Python 3.11, 3.12 and 3.13 are not here."
      exit 0
    }
    ;;
  newer)
    pins=test
    python="$(find_version 3.14 3.13)" || {
      echo "quick tests with a newer Python: left out, Python 3.13 and 3.14 are not here."
      exit 0
    }
    ;;
  *)
    echo "usage: tools/quick_elsewhere.sh lowest|newer [WORKERS]" >&2
    exit 2
    ;;
esac

# The window's own tests take most of the time and little of them depends on versions: its widgets, its text and its
# start stand for them.
readonly tests=(
  tests/{cli,commands,core,exporters,importers,jobs,language,pages,search,session,storage,structure}
  tests/ui/{theme,widgets,features/editor,features/panels,features/letters,test_pyside_health.py,test_settings.py}
  tests/test_*.py
)

echo "== quick tests, $kind: $("$python" --version)"
PYTHON="$python" tools/setup.sh "$pins" "build/$kind"
# Python 3.13 tells of each connection that is left to the garbage collector; some tests leave theirs.
"build/$kind/bin/python" -m pytest -W ignore::pytest.PytestUnraisableExceptionWarning -q -m "not slow and not window" "${tests[@]}" -n "$workers" --dist worksteal -p no:benchmark
