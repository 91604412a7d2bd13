"""The encoder: MiniLM's layers over pieces and forms, and what it is asked on top of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from cases import SAID, Case
from torch import nn
from torch.nn import functional

from sincerely.reading.scoring import labels
from sincerely.reading.scoring.encoding import FORMS

# Most of what could be said is not: so a head begins, else it must first unlearn saying everything.
_SELDOM = -4.0
_FAR = 1e4
_IGNORED = -100
# How a draft lands is one question of many, and the only one that its text answers.
_TONE = 2.0
# The vocabulary's own piece for what is hidden; those below it are marks as well.
_MASK = 103
INPUTS = ("ids", "forms", "mask", "sents", "ments", "owner")
OUTPUTS = ("kind", "mail", "sent", "time", "word")


class Shared(nn.Linear):
    """A linear layer whose answers about one item learn from those about others, and from that item elsewhere.

    "Asks for a transcript" is seen seldom; "asks for something" and "a transcript" are seen often.
    """

    def __init__(self, width: int, more: int = 0) -> None:
        super().__init__(width, len(SAID) + more)
        groups = sorted({part for what in SAID for part in _parts(what)})
        belongs = torch.zeros(len(SAID) + more, len(groups))
        for what, row in SAID.items():
            for part in _parts(what):
                belongs[row, groups.index(part)] = 1
        self.register_buffer("belongs", belongs)
        self.group = nn.Linear(width, len(groups), bias=False)
        nn.init.zeros_(self.group.weight)

    def forward(self, x: Any) -> Any:
        """Return log-odds."""
        return functional.linear(x, self.weight + self.belongs @ self.group.weight, self.bias)

    def plain(self) -> nn.Linear:
        """Return the layer as one that shares nothing any more, and says the same."""
        found = nn.Linear(self.in_features, self.out_features)
        found.weight.data = (self.weight + self.belongs @ self.group.weight).detach().clone()
        found.bias.data = self.bias.detach().clone()
        return found


def _parts(what: str) -> list[str]:
    act, _, item = what.partition(":")
    return [f"{act}:", f":{item}"] if act in ("requested", "submitted") else []


class Reader(nn.Module):
    """Several questions to one row of pieces.

    Args:
        base: a BERT of transformers.
        layers: how many of its layers are kept.
    """

    def __init__(self, base: Any, layers: int) -> None:
        super().__init__()
        base.encoder.layer = base.encoder.layer[:layers]
        width = base.config.hidden_size
        self.base = base
        self.form = nn.Embedding(FORMS, width)
        nn.init.zeros_(self.form.weight)
        self.drop = nn.Dropout(0.15)
        self.kind = nn.Linear(2 * width, len(labels.KINDS))
        self.mail: nn.Module = Shared(2 * width, len(labels.MAIL))
        self.sent = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Dropout(0.15), Shared(width))
        self.time = nn.Sequential(
            nn.Linear(3 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(labels.TIMES))
        )
        self.word = nn.Linear(width, len(labels.WORDS))
        for last in (self.mail, self.sent[-1], self.word):
            nn.init.constant_(last.bias, _SELDOM)

    def forward(self, ids: Any, forms: Any, mask: Any, sents: Any, ments: Any, owner: Any) -> tuple[Any, ...]:
        """Return log-odds.

        Args:
            ids: pieces, mails × pieces.
            forms: their forms, likewise.
            mask: 1 for pieces, 0 behind a mail's end.
            sents: mails × sentences × pieces, each row the mean over a sentence.
            ments: mails × times × pieces, likewise over a time.
            owner: mails × times × sentences: which sentence a time stands in.
        """
        first = self.base.embeddings
        row = first.word_embeddings(ids) + first.position_embeddings.weight[: ids.shape[1]][None]
        row = row + first.token_type_embeddings.weight[0][None, None] + self.form(forms)
        h = first.dropout(first.LayerNorm(row))
        hidden = (1.0 - mask)[:, None, None, :] * -_FAR
        for layer in self.base.encoder.layer:
            h = _layer(layer, h, hidden)
        mean = (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        pooled = self.drop(torch.cat([h[:, 0], mean], -1))
        said = sents @ h
        said_of = torch.cat([said, h[:, :1].expand(-1, said.shape[1], -1)], -1)
        timed = ments @ h
        timed_of = torch.cat([timed, owner @ said, h[:, :1].expand(-1, timed.shape[1], -1)], -1)
        return self.kind(pooled), self.mail(pooled), self.sent(said_of), self.time(timed_of), self.word(self.drop(h))


def _layer(layer: Any, h: Any, hidden: Any) -> Any:
    """One layer of BERT, written out so that it exports plainly."""
    own = layer.attention.self
    mails, pieces, width = h.shape

    def split(x: Any) -> Any:
        return x.view(mails, pieces, own.num_attention_heads, own.attention_head_size).transpose(1, 2)

    q, k, v = split(own.query(h)), split(own.key(h)), split(own.value(h))
    share = torch.softmax(q @ k.transpose(-1, -2) / own.attention_head_size**0.5 + hidden, -1)
    told = (share @ v).transpose(1, 2).reshape(mails, pieces, width)
    out = layer.attention.output
    h = out.LayerNorm(out.dropout(out.dense(told)) + h)
    wide = functional.gelu(layer.intermediate.dense(h))
    return layer.output.LayerNorm(layer.output.dropout(layer.output.dense(wide)) + h)


def run(model: Reader, batch: dict[str, Any]) -> tuple[Any, ...]:
    """Return the network's answers to a batch."""
    found: tuple[Any, ...] = model(*(batch[name] for name in INPUTS))
    return found


def batch_of(cases: list[Case], hide: float = 0.0) -> dict[str, Any]:
    """Return cases side by side, the shorter ones filled up; some pieces are hidden, so that all context counts."""
    many = len(cases)
    pieces = max(len(case.encoded.pieces) for case in cases)
    sentences = max(len(case.encoded.sentences) for case in cases)
    times = max(1, *(len(case.encoded.mentions) for case in cases))
    shapes: dict[str, tuple[tuple[int, ...], Any]] = {
        "ids": ((many, pieces), np.int64),
        "forms": ((many, pieces), np.int64),
        "mask": ((many, pieces), np.float32),
        "sents": ((many, sentences, pieces), np.float32),
        "ments": ((many, times, pieces), np.float32),
        "owner": ((many, times, sentences), np.float32),
        "there": ((many, sentences), np.float32),
        "sentence": ((many, sentences, len(SAID)), np.float32),
        "time": ((many, times), np.int64),
        "word": ((many, pieces, len(labels.WORDS)), np.float32),
        "known": ((many, pieces, len(labels.WORDS)), np.float32),
    }
    rows = {name: np.zeros(shape, kind) for name, (shape, kind) in shapes.items()}
    rows["time"][:] = _IGNORED
    for index, case in enumerate(cases):
        _fill(rows, index, case)
    found = {name: torch.from_numpy(row) for name, row in rows.items()}
    if hide:
        found["ids"][(torch.rand(found["ids"].shape) < hide) & (found["ids"] > _MASK)] = _MASK
    found["kind"] = torch.tensor([case.kind for case in cases])
    found["said"] = torch.from_numpy(np.stack([case.said for case in cases]))
    found["told"] = torch.from_numpy(np.stack([case.told for case in cases]))
    found["quoted"] = torch.tensor([float(case.quoted) for case in cases])
    found["asked"] = torch.tensor([case.mail for case in cases])
    return found


def _fill(rows: dict[str, Any], index: int, case: Case) -> None:
    mail = case.encoded
    length = len(mail.pieces)
    rows["ids"][index, :length] = mail.pieces
    rows["forms"][index, :length] = mail.forms
    rows["mask"][index, :length] = 1
    for at, (begin, stop) in enumerate(mail.sentences):
        rows["sents"][index, at, begin:stop] = 1 / (stop - begin)
        rows["there"][index, at] = 1
    rows["sentence"][index, : len(mail.sentences)] = case.sentences
    for at, (statement, _, (begin, stop)) in enumerate(mail.mentions):
        rows["ments"][index, at, begin:stop] = 1 / (stop - begin)
        rows["owner"][index, at, statement + 1] = 1
        rows["time"][index, at] = case.times[at]
    for at, word in enumerate(mail.words):
        rows["word"][index, word.piece] = case.words[at]
        rows["known"][index, word.piece] = case.known


def loss_of(model: Reader, batch: dict[str, Any], again: dict[str, Any] | None = None, agree: float = 0.0) -> Any:
    """Return the loss of a batch; of two answers to it, with what they disagree about, where it is asked twice.

    Args:
        model: in training, so that no two answers are alike.
        batch: from `batch_of`.
        again: the same mails with other pieces hidden.
        agree: how much a disagreement weighs (R-Drop, Liang and others 2021).
    """
    first = run(model, batch)
    if again is None:
        return _loss(first, batch)
    second = run(model, again)
    return (_loss(first, batch) + _loss(second, again)) / 2 + agree * _apart(first, second, batch)


def _apart(first: tuple[Any, ...], second: tuple[Any, ...], batch: dict[str, Any]) -> Any:
    """Return how far two answers are apart: about kinds, and about what mail and sentences say."""
    many, count = len(batch["kind"]), len(SAID)
    one, other = functional.log_softmax(first[0], -1), functional.log_softmax(second[0], -1)
    kinds = ((one.exp() - other.exp()) * (one - other)).sum(-1) * (batch["kind"] >= 0)
    told, there = batch["told"], batch["there"]

    def between(x: Any, y: Any) -> Any:
        return (torch.sigmoid(x) - torch.sigmoid(y)) * (x - y)

    whole = (between(first[1][:, :count], second[1][:, :count]) * told).sum(-1)
    sentences = ((between(first[2], second[2]) * told[:, None]).sum(-1) * there).sum(-1)
    return (kinds + 0.5 * whole + 0.25 * sentences).sum() / many / 2


def _loss(answers: tuple[Any, ...], batch: dict[str, Any]) -> Any:
    """Return the loss of answers: kinds, what is said, times, words, and whether the writer will be there."""
    kind, mail, sent, time, word = answers
    many, count = len(batch["kind"]), len(SAID)
    odds = functional.binary_cross_entropy_with_logits
    told = batch["told"] * torch.where(batch["kind"] < 0, _TONE, 1.0)[:, None]
    whole = (odds(mail[:, :count], batch["said"], reduction="none") * told).sum(-1).mean()
    strongest = (sent + (batch["there"][..., None] - 1) * _FAR).max(1).values
    by_strongest = (odds(strongest, batch["said"], reduction="none") * told).sum(-1)
    direct = ((odds(sent, batch["sentence"], reduction="none") * told[:, None]).sum(-1) * batch["there"]).sum(1)
    quoted = batch["quoted"]
    sentences = (quoted * (0.5 * by_strongest + 0.5 * direct) + (1 - quoted) * by_strongest).mean()
    times = functional.cross_entropy(
        time.flatten(0, 1), batch["time"].flatten(), ignore_index=_IGNORED, reduction="sum"
    )
    words = (odds(word, batch["word"], reduction="none") * batch["known"]).sum() / 6
    known = batch["asked"] >= 0
    asked = odds(mail[:, count:][known], batch["asked"][known].float()) if known.any() else 0.0
    kinds = functional.cross_entropy(kind, batch["kind"], label_smoothing=0.01, ignore_index=_IGNORED, reduction="sum")
    return kinds / many + 0.7 * whole + 0.7 * sentences + 0.3 * (torch.nan_to_num(times) + words) / many + 0.5 * asked


def batches(cases: list[Case], size: int, rng: random.Random | None) -> list[list[Case]]:
    """Return batches of mails of like length, in a random order where a generator is given."""
    order = list(cases)
    if rng:
        rng.shuffle(order)
    found = []
    for begin in range(0, len(order), size * 16):
        pool = sorted(order[begin : begin + size * 16], key=lambda case: len(case.encoded.pieces))
        found += [pool[at : at + size] for at in range(0, len(pool), size)]
    if rng:
        rng.shuffle(found)
    return found


def export(model: Reader, lines: Sequence[str], out: Path) -> None:
    """Write the network with eight-bit weights, and the vocabulary."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    model.mail, model.sent[-1] = model.mail.plain(), model.sent[-1].plain()
    length, sentences, times = 50, 5, 2
    given = (
        torch.ones(1, length, dtype=torch.long),
        torch.zeros(1, length, dtype=torch.long),
        torch.ones(1, length),
        torch.zeros(1, sentences, length),
        torch.zeros(1, times, length),
        torch.zeros(1, times, sentences),
    )
    free = {"sents": {1: "S", 2: "T"}, "ments": {1: "M", 2: "T"}, "owner": {1: "M", 2: "S"}}
    axes = {name: free.get(name, {1: "T"}) for name in INPUTS}
    whole = out / "full.onnx"
    torch.onnx.export(
        model, given, str(whole), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        dynamo=False, opset_version=17,
    )  # fmt: skip
    # Seven of the eight bits: processors without VNNI add pairs of products in sixteen bits, where eight would overflow,
    # and the same mail would be read otherwise there.
    quantize_dynamic(
        whole, out / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip
    whole.unlink()
    fused(out / "reader.onnx")
    (out / "vocabulary.txt").write_text("\n".join(lines), "utf-8")


def fused(model: Path) -> None:
    """Let the runtime fuse a network's steps once and for all: whoever loads it saves two thirds of the time for that.

    What depends on the machine is left to the machine.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(model.with_suffix(".fused"))
    onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    model.with_suffix(".fused").replace(model)
