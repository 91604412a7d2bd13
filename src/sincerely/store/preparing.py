"""Make or migrate PostgreSQL's tables, and let the application's role work with them.

    python -m sincerely.store.preparing postgresql://OWNER@HOST/DATABASE ROLE

For the tables' owner, after every update of Sincerely; run again, it changes nothing that is right already, and nobody
has to stop working meanwhile. A password is best left to PostgreSQL's own ways (``PGPASSWORD``, ``~/.pgpass``): what
stands in a command, others on the machine may see.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .base import StoreError
from .postgres_opening import migrate_postgres
from .postgres_rights import COMMAND
from .revisions import HEAD


def main(given: Sequence[str]) -> int:
    """Prepare a database and return the exit code: 0 fine, 2 wrong usage or what could not be done, in one line."""
    if len(given) != 2:
        usage = f"{COMMAND} postgresql://OWNER@HOST/DATABASE ROLE"
        sys.stderr.write(f"preparing: expected the owner's URL and the application's role: {usage}\n")
        return 2
    url, role = given
    try:
        place = migrate_postgres(url, role)
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f'{place}: the tables are of revision {HEAD}, and the role "{role}" may work with them.\n')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
