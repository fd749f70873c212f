"""Write the documentation and the studio into one folder, which any web server can publish as it is.

Run as `python docs/publish.py DIR` in a clone, after `pip install -e '.[docs]'`; the studio needs npm.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dilemma.errors import DilemmaError
from dilemma.studio.build import build

ROOT = Path(__file__).resolve().parent.parent
STUDIO = "studio"


def main() -> int:
    """Build both, and return 0; 2 without the name of a folder, or what mkdocs returned if it failed."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1]).resolve()
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(mkdocs, cwd=ROOT, env=os.environ | {"DILEMMA_STUDIO_LINK": STUDIO}, check=False)
    if done.returncode:
        return done.returncode
    try:
        build(folder / STUDIO, lambda sentence: print(sentence, file=sys.stderr), documentation="../")
    except DilemmaError as error:
        print(error, file=sys.stderr)
        return 1
    pages = sum(1 for path in folder.rglob("*.html") if STUDIO not in path.relative_to(folder).parts)
    print(f"Wrote {pages} pages of documentation and the studio to {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
