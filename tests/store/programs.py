"""Python programs of their own, which find the package as the tests do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start_python(text: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a program; its output is to be read line by line."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", text, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)


def start_python_program(module: str) -> subprocess.Popen[str]:
    """Start a module of the tests as a program that is written to, and read from, line by line."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", module]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment)


def run_python(text: str, *arguments: object) -> str:
    """Run a program to its end and return what it wrote."""
    with start_python(text, *arguments) as program:
        written, _ = program.communicate()
    assert program.returncode == 0, written
    return written
