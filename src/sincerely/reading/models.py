"""What reading knows beyond its code: cues, items, topic words and trained coefficients, loaded once by `app`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .cues import Cue, Cues, read_cues, read_lexicon
from .linear import Linear, read_linear

ITEM = "request:"


@dataclass(frozen=True)
class Models:
    """Everything that reading is handed.

    Attributes:
        cues: what employers say.
        sent: what candidates say in their own mail.
        items: the names of things that can be asked for or handed in, each with its words.
        glance: whether a mail may be about hiring, by its words alone; above zero it is read.
        topic: whether a mail is about hiring.
    """

    cues: Cues
    sent: Cues
    items: Mapping[str, str]
    glance: Linear
    topic: Linear


def build(texts: Mapping[str, str], trained: Mapping[str, Mapping[str, Any]]) -> Models:
    """Make models from the data files.

    Args:
        texts: cue files by their names without folder and ending.
        trained: coefficients by the model's name.
    """
    lexicon = read_lexicon(texts["lexicon"])
    asked, _, listed = texts["requests"].partition("[items]")
    items = read_lexicon(listed)
    own, _, made = texts["sent"].partition("[items]")
    handed_in = items | read_lexicon(made)
    lexicon |= {f"item-{name}": words for name, words in handed_in.items()}
    said: list[Cue] = []
    for name in ("outcome", "interview", "process", "german", "french"):
        said += read_cues(texts[name])
    said += _per_item(read_cues(asked), items)
    return Models(
        cues=Cues(said, lexicon),
        sent=Cues(_per_item(read_cues(own), handed_in), lexicon),
        items=items,
        glance=read_linear(trained["glance"]),
        topic=read_linear(trained["topic"]),
    )


def _per_item(cues: tuple[Cue, ...], items: Mapping[str, str]) -> list[Cue]:
    """Repeat the cues that name ``{item}`` for every item."""
    made: list[Cue] = []
    for cue in cues:
        if "{item}" not in cue.pattern:
            made.append(cue)
            continue
        made += [
            Cue(
                f"{cue.means}:{name}",
                cue.pattern.replace("{item}", f"{{item-{name}}}"),
                cue.weight,
                cue.denied,
                cue.loosest,
            )
            for name in items
        ]
    return made
