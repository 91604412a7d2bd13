"""An offer in another process that may be this one's own: one opening may have become two processes."""

from __future__ import annotations

from datetime import timedelta

from .people import may_be_one_employer
from .process import OfferElsewhere, Process, remembered
from .rulings import Apart

# Whoever hears of an opening so long after they took a job looks for another one.
_ANEW = timedelta(days=180)


def is_of_this_search(held: OfferElsewhere, process: Process) -> bool:
    """Whether an offer elsewhere was not answered long before this process began: that was the job held since."""
    last = held.accepted or held.offered
    return not process.events or process.events[0].at - last.at <= _ANEW


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
        and is_of_this_search(held, process)
        and may_be_one_employer(held.employer, process.header.employer)
    )
