"""Acts of speech: does the writer of a sentence ask for something or propose it?"""

from __future__ import annotations

import importlib.util

from .figures import Outcome
from .folders import Folders
from .peers import Peers

_ABOUT = "Sentences of business mail: whether their writer asks for something or proposes it (`intent`)."


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the acts."""
    if importlib.util.find_spec("sincerely.reading.acts") is None:
        return Outcome("acts", "Acts", _ABOUT, skipped="reading has no acts yet")
    if not folders.sentences.is_file():
        return Outcome("acts", "Acts", _ABOUT, skipped=f"{folders.sentences} is not there")
    raise NotImplementedError
