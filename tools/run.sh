#!/usr/bin/env bash
# Start the program on the sample letter; without a display, render its window to a PNG instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly picture=build/kanttekening.png

has_display() {
  # macOS and Windows always have one; what remote X server a DISPLAY names is Qt's to find out.
  [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

tools/setup.sh run
if has_display; then exec .venv/bin/python main.py --sample; fi

mkdir -p build
rm -f build/sample.kant* "$picture"
# The scanned letter is the one to look at: as letter 1 it is the one that is opened.
mapfile -t letters < <(ls -S resources/sample/*.pdf resources/sample/*.txt)
{
  .venv/bin/python main.py new build/sample.kant
  .venv/bin/python main.py import build/sample.kant "${letters[@]}"
  .venv/bin/python main.py screenshot build/sample.kant --letter 1 --out "$picture"
} 2>&1 >/dev/null | { grep -v 'does not support propagateSizeHints' || true; } >&2
echo "No display here (DISPLAY and WAYLAND_DISPLAY are not set): the main window is drawn in $picture."
