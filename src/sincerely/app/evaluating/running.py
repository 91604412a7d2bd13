"""The sets, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from . import acts_set, corpus_set, ham_set, replies_set, sample_set, speed_set, times_set
from .figures import Outcome
from .folders import Folders
from .peers import Peers

# Listed by hand, in the order of the table.
SETS: dict[str, Callable[[Folders, Peers], Outcome]] = {
    "times": times_set.measure,
    "replies": replies_set.measure,
    "acts": acts_set.measure,
    "corpus": corpus_set.measure,
    "training": corpus_set.measure_training,
    "ham": ham_set.measure,
    "sample": sample_set.measure,
    "speed": speed_set.measure,
}
Progress = Callable[[str, int, int], None]


def evaluate(folders: Folders, peers: Peers, names: Sequence[str], progress: Progress) -> Iterator[Outcome]:
    """Yield what each set comes to.

    Args:
        folders: where the sets lie.
        peers: whom to compare with.
        names: of sets; none for all.
        progress: told a set's name, how many are done and how many there are.
    """
    wanted = [name for name in SETS if not names or name in names]
    for done, name in enumerate(wanted):
        progress(name, done, len(wanted))
        yield SETS[name](folders, peers)
