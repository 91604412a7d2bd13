"""``python -m sincerely``."""

from sincerely.cli.main import main

main()
