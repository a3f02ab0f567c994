#!/usr/bin/env bash
# Make requirements/ anew from pyproject.toml: each package with its version and the hashes of its files.
#
#   tools/pins.sh            the newest versions that pyproject.toml allows
#   tools/pins.sh NAME...    the newest of these alone; all others stay as they are
#
# One file holds for all systems and for each Python from 3.11. No file names the place that packages come from:
# that is for each machine to say.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

find_uv() {
  if command -v uv; then return; fi
  if [ ! -x build/uv/bin/uv ]; then
    "${PYTHON:-python3}" -m venv --clear build/uv >&2
    build/uv/bin/python -m pip install --quiet uv >&2
  fi
  echo build/uv/bin/uv
}

# Write one file: its name, then what uv is to take.
pin() {
  local file="requirements/$1.txt"
  shift
  "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-emit-find-links --custom-compile-command "make pins" --output-file "$file" pyproject.toml "$@" >/dev/null
  printf '%s: %s packages\n' "$file" "$(grep -c '==' "$file")"
}

uv="$(find_uv)"
raised=(--upgrade)
if [ "$#" -gt 0 ]; then
  raised=()
  for name in "$@"; do raised+=(--upgrade-package "$name"); done
fi
mkdir -p requirements
pin test --extra ocr --extra pdf-ua --extra cluster --group build --group test --group lint "${raised[@]}"
# What runs, and what is bundled, has the versions that were tested.
pin run --extra ocr --group build --constraints requirements/test.txt --upgrade
pin bundle --extra ocr --group build --group bundle --constraints requirements/test.txt "${raised[@]}"
# The lowest versions that pyproject.toml allows, to see that they do.
pin lowest --extra ocr --extra pdf-ua --extra cluster --group build --group test --resolution lowest-direct --upgrade
