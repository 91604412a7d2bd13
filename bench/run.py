"""Every figure that takes minutes, not hours: `make bench`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RUNS = (
    ("report.py", "5"),
    ("mailbox_100k.py", "--mails", "20000"),
    ("imap_sync.py", "--mails", "20000"),
    ("sweep.py", "--rows", "100000", "--database", "sqlite"),
)


def main() -> int:
    """Run each script in a process of its own; the worst exit code is ours."""
    worst = 0
    for script, *arguments in RUNS:
        print(f"\n== {script} {' '.join(arguments)}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, HERE / script, *arguments], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
