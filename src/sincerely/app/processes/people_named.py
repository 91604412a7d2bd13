"""How people are called where no mail of theirs shows it: whoever speaks of them names them beside their address."""

from __future__ import annotations

from sincerely.core.people import is_address, is_same_person
from sincerely.core.process import Process


def names_in(process: Process) -> dict[str, str]:
    """Return the names that a process's events give, by the addresses that spell them: of gus@ Gus Petrov.

    A name that two addresses could have is nobody's, and so is an address that could be two people's.
    """
    known = dict.fromkeys(who for event in process.events if event.takes == "people" for who in event.who)
    names = [who for who in known if who != "-" and not is_address(who)]
    found: dict[str, str] = {}
    for address in filter(is_address, known):
        fits = {name.casefold(): name for name in names if is_same_person(name, address, known)}
        if len(fits) == 1:
            found[address.lower()] = next(iter(fits.values()))
    return found
