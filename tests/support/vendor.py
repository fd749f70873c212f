"""Renew the script of others that the page carries, from the npm registry.

python -m tests.support.vendor

The version is the one named here. Its licence is written beside it, and the page carries both.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from importlib.resources import files
from pathlib import Path

__all__ = ["PACKAGE", "VENDOR", "VERSION"]

PACKAGE, VERSION = "js-yaml", "4.3.2"
VENDOR = Path(str(files("dilemma.reports.page.assets"))) / "vendor"
SOURCE_MAP = "//# sourceMappingURL"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        packed = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
        name = subprocess.run(packed, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
        with tarfile.open(Path(folder) / name) as archive:
            script, licence = (
                archive.extractfile(f"package/{member}").read().decode()  # type: ignore[union-attr]
                for member in (f"dist/{PACKAGE}.min.js", "LICENSE")
            )
    lines = [line for line in script.split("\n") if not line.startswith(SOURCE_MAP)]
    (VENDOR / f"{PACKAGE}.min.js").write_text("\n".join(lines), "utf-8")
    (VENDOR / f"{PACKAGE}.LICENSE").write_text(licence, "utf-8")


if __name__ == "__main__":
    main()
