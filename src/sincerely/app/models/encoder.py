"""The encoder that reads hiring mail, run by onnxruntime on one core; loaded when the first such mail comes."""

from __future__ import annotations

import threading
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sincerely.reading.scoring.encoding import Encoded
from sincerely.reading.scoring.insight import Outputs
from sincerely.reading.scoring.wordpiece import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@lru_cache(maxsize=1)
def load_pieces() -> Pieces:
    """Return the vocabulary that the package ships."""
    lines = (files("sincerely.data") / "models" / "vocabulary.txt").read_text("utf-8").split("\n")
    return Pieces({piece: number for number, piece in enumerate(lines)})


class OnnxEncoder:
    """Runs the shipped network. Safe to call from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._session: Any = None

    def __call__(self, mail: Encoded) -> Outputs:
        """Return the network's scores for one mail."""
        import numpy as np

        length, sentences, mentions = len(mail.pieces), len(mail.sentences), max(1, len(mail.mentions))
        over = np.zeros((1, sentences, length), np.float32)
        for index, (begin, stop) in enumerate(mail.sentences):
            over[0, index, begin:stop] = 1 / (stop - begin)
        timed = np.zeros((1, mentions, length), np.float32)
        owner = np.zeros((1, mentions, sentences), np.float32)
        for index, (statement, _, (begin, stop)) in enumerate(mail.mentions):
            timed[0, index, begin:stop] = 1 / (stop - begin)
            owner[0, index, statement + 1] = 1
        given: dict[str, NDArray[Any]] = {
            "ids": _row(np, mail.pieces),
            "forms": _row(np, mail.forms),
            "mask": np.ones((1, length), np.float32),
            "sents": over,
            "ments": timed,
            "owner": owner,
        }
        kind, whole, said, times, words = (found[0].tolist() for found in self._run(given))
        return Outputs(kind, whole, said, times[: len(mail.mentions)], words)

    def _run(self, given: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
        with self._lock:
            if self._session is None:
                self._session = _session()
        found: list[NDArray[Any]] = self._session.run(None, given)
        return found


@lru_cache(maxsize=1)
def load_encoder() -> OnnxEncoder:
    """Return the one that reads mail and hears drafts: its weights are loaded once a process."""
    return OnnxEncoder()


def _row(np_: Any, numbers: Any) -> NDArray[np.int64]:
    row: NDArray[np.int64] = np_.asarray([numbers], np_.int64)
    return row


def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Memory stays what the longest mail needs, instead of what the arena once reserved.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    # It was fused when it was written: to look for what could be fused would take three times as long as to load it.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    model = (files("sincerely.data") / "models" / "reader.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
