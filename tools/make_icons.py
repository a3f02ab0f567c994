"""Draw the pictures of the icon from its drawing: resources/desktop/kanttekening.svg.

python tools/make_icons.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "desktop"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Draw each size, and the file of several sizes that Windows takes."""
    app = QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / "kanttekening.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        image.save(str(FOLDER / f"kanttekening-{size}.png"))
    from PIL import Image

    whole = Image.open(FOLDER / "kanttekening-256.png")
    whole.save(FOLDER / "kanttekening.ico", sizes=[(size, size) for size in SIZES])
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
