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
.venv/bin/python main.py new build/sample.kant >/dev/null
.venv/bin/python main.py import build/sample.kant resources/sample/*.txt >/dev/null
QT_QPA_PLATFORM=offscreen .venv/bin/python main.py screenshot build/sample.kant --out "$picture"
echo "No display here (DISPLAY and WAYLAND_DISPLAY are not set): the main window is drawn in $picture."
