"""Turn the network that ships back into one that can be trained further: `train.py --init` goes on from it.

    python bench/reader/take_over.py --base FOLDER --out FOLDER

What was rounded comes back as it is used, so nothing is lost that the product knew; what the product never uses comes
from the base.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from gloss import resize
from network import Reader
from onnx import numpy_helper
from transformers import AutoModel

SHIPPED = Path(__file__).resolve().parents[2] / "src/sincerely/data/models/reader.onnx"
_LAYERS = 6
_VECTORS = "base.embeddings.word_embeddings.weight"
_MULTIPLIES = ("MatMulIntegerToFloat", "DynamicQuantizeMatMul")
# Some heads have their bias added in a step of its own.
_BY_STEP = "Add"


def weights_of(path: Path) -> dict[str, Any]:
    """Return the float weights of a shipped network by their names in training."""
    graph = onnx.load(path).graph
    rows = {row.name: numpy_helper.to_array(row) for row in graph.initializer}
    found = {name: row for name, row in rows.items() if name.endswith((".weight", ".bias"))}
    for name in ("base.embeddings.word_embeddings.weight", "form.weight"):
        found[name] = _whole(rows, name)
    added = {given: node for node in graph.node if node.op_type == _BY_STEP for given in node.input}
    for node in graph.node:
        if node.op_type not in _MULTIPLIES:
            continue
        weight = next(given for given in node.input if given.endswith("_quantized") and given in rows)
        bias = next((given for given in node.input if given in found), None)
        if bias is None:
            bias = next(given for given in added[node.output[0]].input if given in found)
        found[bias.removesuffix("bias") + "weight"] = _whole(rows, weight.removesuffix("_quantized")).T
    return {name: torch.from_numpy(np.array(row, np.float32)) for name, row in found.items()}


def _whole(rows: dict[str, Any], name: str) -> Any:
    """Return what eight bits stand for."""
    small, scale, zero = (rows[f"{name}_{part}"] for part in ("quantized", "scale", "zero_point"))
    return (small.astype(np.float32) - zero.astype(np.float32)) * scale


def main() -> None:
    """Write `reader.pt` as `train.py` does."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--network", type=Path, default=SHIPPED)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = Reader(AutoModel.from_pretrained(args.base, attn_implementation="eager"), _LAYERS)
    told = weights_of(args.network)
    resize(model, told[_VECTORS])
    state = model.state_dict()
    for name, row in told.items():
        state[name].copy_(row)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"state": state, "layers": _LAYERS}, args.out / "reader.pt")
    missing = [name for name, _ in model.named_parameters() if name not in told]
    print(f"taken over: {len(told)}; as in the base, or nothing yet: {', '.join(missing)}")


if __name__ == "__main__":
    main()
