"""German and French words as whole pieces, which begin with the meaning of their English glosses.

The vocabulary is English: it cuts "Vorstellungsgespräch" into eight pieces that mean nothing, and what some hundred German
mails teach of them is all that is known. A word with a gloss becomes a piece of its own whose vector begins as the mean
of its gloss's ("job interview"), so that what the layers learnt of English serves it (as in WECHSEL, Minixhofer and others
2022, with glosses of our own instead of aligned vectors). Long German nouns also become pieces inside words: "…gespräch".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from sincerely.reading.scoring.wordpiece import Pieces, words

HERE = Path(__file__).parent
# Shorter nouns stand in too many words that have nothing to do with them.
_INSIDE = 6


def glosses(folder: Path = HERE) -> list[tuple[str, str]]:
    """Return words with their glosses, from `gloss_*.tsv`."""
    rows = [
        line.split("\t") for path in sorted(folder.glob("gloss_*.tsv")) for line in path.read_text("utf-8").splitlines()
    ]
    return [(word, gloss) for word, gloss in rows if gloss]


def numbered(lines: Sequence[str]) -> Pieces:
    """Return a vocabulary of its lines."""
    return Pieces({piece: number for number, piece in enumerate(lines)})


def grow(model: Any, lines: Sequence[str], more: Sequence[tuple[str, str]]) -> list[str]:
    """Give a network pieces for words that it had to cut; return its vocabulary's lines.

    Args:
        model: with the vectors of ``lines``.
        lines: its vocabulary.
        more: words with their glosses.
    """
    pieces, known = numbered(lines), set(lines)
    old = model.base.embeddings.word_embeddings.weight.detach()
    grown, rows = list(lines), [old]
    for word, gloss in more:
        meaning = [number for _, _, part in words(gloss) for number in pieces.of_word(part)]
        for piece in _pieces(word):
            if meaning and piece not in known:
                known.add(piece)
                grown.append(piece)
                rows.append(old[meaning].mean(0, keepdim=True))
    resize(model, torch.cat(rows))
    return grown


def _pieces(word: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    return [plain, *([f"##{plain}"] if word[0].isupper() and len(plain) >= _INSIDE else [])]


def resize(model: Any, rows: Any) -> None:
    """Give a network these vectors of pieces."""
    model.base.embeddings.word_embeddings = nn.Embedding.from_pretrained(rows.clone(), freeze=False, padding_idx=0)
    model.base.config.vocab_size = len(rows)
