"""Where the sets lie: beside this repository, or where the caller says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Where this package stands in a checkout: src/sincerely/app/evaluating/folders.py.
_CHECKOUT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True)
class Folders:
    """The sets' places; any of them may be missing.

    Attributes:
        data: cases that other people wrote: ``times``, ``replies``, ``acts``, ``mail/ham``.
        tests: our own, in the repository's tests.
        corpus: the blind part of the corpus; beside it lies the part that the reader was made with.
    """

    data: Path
    tests: Path
    corpus: Path

    @property
    def ham(self) -> Path:
        """Real mail, none of it about hiring."""
        return self.data / "mail" / "ham"

    @property
    def training(self) -> Path:
        """The mails that the reader was made with."""
        return self.corpus.parent / "train"

    @property
    def suites(self) -> Path:
        """Time expressions of three other parsers."""
        return self.data / "times" / "cases.jsonl"

    @property
    def deadlines(self) -> Path:
        """Our own deadlines of hiring mail."""
        return self.tests / "times" / "deadlines.jsonl"

    @property
    def judged_times(self) -> Path:
        """What a person said of the times that are found in some of the other mail."""
        return self.tests / "app" / "ham_times.jsonl"

    @property
    def replies(self) -> Path:
        """Our own replies."""
        return self.tests / "reading" / "replies"

    @property
    def sentences(self) -> Path:
        """Sentences of business mail, and whether their writer asks for something."""
        return self.data / "acts" / "email_intent_train.jsonl"

    @property
    def acts_training(self) -> Path:
        """The script that trains the acts; it is no part of the product."""
        return self.tests.parent / "bench" / "train_acts.py"

    @property
    def sample(self) -> Path:
        """What the bundled sample says."""
        return self.tests / "sample"


def folders(data: Path | None = None, tests: Path | None = None, corpus: Path | None = None) -> Folders:
    """Return where the sets lie; what is not said is looked for from here, then from the checkout."""
    found = tests or _first("tests")
    return Folders(data=data or _first("../shared/data"), tests=found, corpus=corpus or found / "corpus" / "test")


def _first(name: str) -> Path:
    """Return the first place that is there, else the first: what is missing is said with its name."""
    places = [Path(name), _CHECKOUT / name]
    return next((place for place in places if place.is_dir()), places[0])
