"""What the fuzzers have in common: seeds in, findings out, and no stop at the first one.

atheris is not among the locked requirements (it is for Linux, and for one purpose). It has an environment of its
own; bench/README.md says how to make it.
"""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import atheris

# Longer inputs find nothing that these don't, and take the time of a thousand short ones.
_LONGEST = 12_000
_OURS = f"src{'/'}sincerely"


def picked(data: bytes, words: Sequence[str]) -> str:
    """Return text for some bytes: as they are if the first is even, else each two of them pick a word.

    Chance alone hardly ever writes two words of a grammar side by side.
    """
    if not data or data[0] % 2 == 0:
        return data[1:].decode("utf-8", "replace")
    pairs = zip(data[1::2], data[2::2], strict=False)
    return "".join(words[(high << 8 | low) % len(words)] for high, low in pairs)


def run(check: Callable[[bytes], None], seeds: Iterable[bytes], words: Iterable[str | bytes]) -> None:
    """Fuzz until libFuzzer's own options say to stop.

    Args:
        check: raises for an input that shows a fault.
        seeds: inputs to begin with.
        words: what is worth inserting.
    """
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        raise SystemExit(f"usage: {sys.argv[0]} FOLDER [-max_total_time=600 …]; FOLDER keeps inputs and findings")
    folder = Path(sys.argv[1])
    for name in ("seeds", "corpus", "found"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (folder / "seeds" / hashlib.sha256(seed).hexdigest()[:20]).write_bytes(seed[:_LONGEST])
    (folder / "words.dict").write_text("".join(f'"{_escaped(word)}"\n' for word in words))
    options = [
        f"-artifact_prefix={folder}/found/", f"-dict={folder}/words.dict", f"-max_len={_LONGEST}",
        "-timeout=120", "-report_slow_units=3", "-print_final_stats=1",
    ]  # fmt: skip
    arguments = [sys.argv[0], *options, *sys.argv[2:], str(folder / "corpus"), str(folder / "seeds")]
    atheris.Setup(arguments, _keeping(check, folder / "found"))
    atheris.Fuzz()


def _keeping(check: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """Return a check that writes an input of each kind of fault down, and goes on."""

    def checked(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:  # noqa: BLE001 - whatever is raised is the finding
            frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _OURS in frame.filename]
            where = f"{Path(frames[-1].filename).stem}-{frames[-1].lineno}" if frames else "check"
            file = found / f"{type(error).__name__}-{where}"
            if not file.exists():
                file.write_bytes(data)
                file.with_suffix(".txt").write_text("".join(traceback.format_exception(error)))
                sys.stderr.write(f"FOUND {file}: {error!r}\n")

    return checked


def _escaped(word: str | bytes) -> str:
    """Return a word as libFuzzer's dictionaries have it."""
    raw = word.encode() if isinstance(word, str) else word
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in raw)
