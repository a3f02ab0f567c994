"""Does random real changes to a project until it is killed; says on stdout how many are on the disk.

Run: python kill_child.py P.kant SEED
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from annotator.storage.changes import save_change
from annotator.storage.store import Store
from tests.storage.making import Player


def main(path: Path, seed: int) -> None:
    """Play until killed, a few changes ahead of the disk as a window would be."""
    with Store.open(path, must_write=True) as store:
        player = Player({n: store.reader.letter(n) for n in store.reader.letter_ids()}, seed)
        saved = 0

        def acknowledge(_: object) -> None:
            nonlocal saved
            saved += 1
            os.write(1, f"{saved}\n".encode())

        while True:
            change, mode = player.next()
            store.submit(lambda conn, c=change, m=mode: save_change(conn, c, m), acknowledge)
            if store.pending > 3:
                store.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
