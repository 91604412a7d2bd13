"""Other people's parsers, asked the same questions in the same run.

They are never imported: each runs in a process of its own, in the environment that the caller names, and one that is
not installed there is left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
# By task: who can do it.
_PYTHON = {
    "times": ("dateparser", "parsedatetime", "ctparse"),
    "replies": ("email-reply-parser", "mail-parser-reply"),
    "reply parts": ("quotequail",),
}
_NODE = {"times": ("chrono-node",)}
_LONGEST = 1800


@dataclass(frozen=True)
class Answers:
    """What a peer answered.

    Attributes:
        who: its name and version.
        given: one answer a question.
        asked: how many questions it had time for.
        seconds: processor time for these.
    """

    who: str
    given: Sequence[Any]
    asked: int
    seconds: float

    @property
    def rate(self) -> float:
        """Questions a second of processor time."""
        return self.asked / max(self.seconds, 1e-9)


@dataclass(frozen=True)
class Peers:
    """Where peers are installed.

    Attributes:
        python: an interpreter that has some of them; None for none.
        node_modules: a ``node_modules`` folder; None for none.
    """

    python: Path | None = None
    node_modules: Path | None = None

    def ask(self, task: str, questions: Sequence[Any], seconds: float | None = None) -> list[Answers]:
        """Ask every peer that is there; with ``seconds`` each may stop after so much processor time.

        Raises:
            PeerError: one that is there could not answer.
        """
        found = []
        for name, command in self._commands(task):
            answer = _run(command, name, task, questions, seconds)
            if answer is not None:
                found.append(answer)
        return found

    def _commands(self, task: str) -> list[tuple[str, list[str]]]:
        made: list[tuple[str, list[str]]] = []
        if self.python is not None:
            made += [(name, [str(self.python), "-I", str(_HERE / "peer_worker.py")]) for name in _PYTHON.get(task, ())]
        node = shutil.which("node")
        if self.node_modules is not None and node is not None:
            script = str(_HERE / "peer_worker.js")
            made += [(name, [node, script, str(self.node_modules.resolve())]) for name in _NODE.get(task, ())]
        return made


class PeerError(Exception):
    """A peer that is installed did not answer; the message says which and why."""


def _run(command: list[str], name: str, task: str, questions: Sequence[Any], seconds: float | None) -> Answers | None:
    asked = json.dumps({"peer": name, "task": task, "questions": list(questions), "seconds": seconds})
    try:
        # Instants without an offset are wall times: the peers shall not move them.
        done = subprocess.run(  # noqa: S603 - the caller's own interpreter and our own script
            command,
            input=asked.encode(),
            capture_output=True,
            timeout=_LONGEST,
            check=False,
            env={**os.environ, "TZ": "UTC"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"{name} could not be asked: {error}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PeerError(f"{name} failed: {said[-1] if said else f'exit code {done.returncode}'}")
    told = json.loads(done.stdout)
    if told.get("missing"):
        return None
    return Answers(f"{name} {told['version']}", told["answers"], len(told["answers"]), told["seconds"])
