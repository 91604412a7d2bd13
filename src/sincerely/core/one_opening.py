"""An offer in another process that may be this one's own: one opening may have become two processes."""

from __future__ import annotations

from .people import may_be_one_employer
from .process import OfferElsewhere, Process, remembered
from .rulings import Apart


@remembered
def perhaps_own(process: Process) -> tuple[OfferElsewhere, ...]:
    """Return the offers at what may be this very employer, held or accepted, that nobody has told apart.

    Mails call one opening by different names, a title here and a team there. Nobody is to be told of such an offer as
    of another one, and nothing is to be withdrawn for it, before it is known that there are two.
    """
    told = {name for event in process.all(Apart) for name in event.who}
    return tuple(
        held
        for held in process.offers_elsewhere
        if (held.ended is None or held.accepted is not None)
        and held.process not in told
        and may_be_one_employer(held.employer, process.header.employer)
    )
