"""The same deck gives the same bytes, whatever the clock, the hash seed and the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_PROGRAM = """
import hashlib, runpy, sys
made = runpy.run_path(sys.argv[1])
print(hashlib.sha256(made["rendered"](made["sample"]())).hexdigest())
"""


def _digest(seed: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    command = [sys.executable, "-c", _PROGRAM, str(Path(__file__).with_name("conftest.py"))]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=folder).stdout


def test_two_processes_with_different_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    one = _digest("1", tmp_path)
    assert len(one.strip()) == 64
    assert one == _digest("2", tmp_path / "elsewhere")


def test_the_zip_file_holds_no_time_and_compresses_what_can_be(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert len({(entry.external_attr, entry.create_system) for entry in entries}) == 1
    for entry in entries:
        assert entry.compress_type == (ZIP_STORED if entry.filename.endswith(".png") else ZIP_DEFLATED)
