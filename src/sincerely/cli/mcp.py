"""``sincerely mcp``."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from .common import Failure, one_line

if TYPE_CHECKING:
    from sincerely.store.base import Store

_EPILOG = """Examples:

\b
  sincerely mcp                                     speaks with its standard input and output
  {"mcpServers": {"sincerely": {"command": "sincerely", "args": ["mcp"]}}}      for most assistants
"""


@click.command("mcp", epilog=_EPILOG)
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
def mcp_command(profile: str) -> None:
    """Let an assistant on this machine read Today, processes, evidence and questions, and propose drafts.

    Your assistant starts it (Model Context Protocol, over standard input and output); nothing listens on the network.
    What it proposes is kept as a draft beside yours and marked as a program's. It can never approve or send.
    What the assistant reads goes wherever the assistant runs: with one in the cloud, your mail's words leave this
    machine.
    """
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import opened
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    if find_spec("mcp") is None:
        raise Failure('MCP is not installed; "uv pip install --require-hashes -r requirements/mcp.txt" adds it')
    from sincerely.app.here import now
    from sincerely.mcp.desk import Desk
    from sincerely.mcp.server import serve

    def open_store() -> AbstractContextManager[Store]:
        return opened(profile=profile)

    with one_line(StoreError, PolicyError):
        with open_store() as store:  # what is wrong with it is said here, not in every answer
            policy = policy_of(store, profile)
        serve(Desk(open_store, policy, now))
