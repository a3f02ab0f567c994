"""Which file system a path lies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.storage.connections import mount_type

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /mnt/team nfs4 rw 0 0
//server/share /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/jan/P.kant", "ext4"),
        ("/mnt/team/P.kant", "nfs4"),
        ("/mnt/teamwork/P.kant", "ext4"),
        ("/mnt/with space/P.kant", "cifs"),
        ("/mnt/team/local/P.kant", "ext4"),
    ],
)
def test_the_deepest_mount_counts(tmp_path: Path, path: str, kind: str) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    assert mount_type(Path(path), tmp_path / "mounts") == kind


def test_a_system_that_does_not_say(tmp_path: Path) -> None:
    assert mount_type(Path("/home"), tmp_path / "absent") == ""
