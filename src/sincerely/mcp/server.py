"""The server over standard input and output, with the official SDK."""

from __future__ import annotations

import functools
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from sincerely.app.connections.narrowing import NotAllowed
from sincerely.app.drafts.draft_targets import CODES
from sincerely.app.drafts.drafting import NoSuchDraft
from sincerely.app.drafts.proposing import NoProposal
from sincerely.app.drafts.recipients import NoRecipient
from sincerely.app.outgoing.reviewing import UnknownProcess
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.explaining import UnknownRule
from sincerely.store.base import StoreError

from .desk import Desk
from .marking import WARNING
from .tools import Tool, propose_tool, read_tools

_ABOUT = f"""Sincerely follows through after job interviews: what the person owes, what to wait for, and until when.

You read, and propose drafts. You cannot approve or send anything: the person does, after reading it. Where a finding
says to wait, do not propose a mail. Codes that a mail settles: {", ".join(CODES)}.

{WARNING}"""
_EXPECTED = (
    NothingThere, UnknownRule, UnknownProcess, NoSuchDraft, NoProposal, NoRecipient, NotAllowed, StoreError,
)  # fmt: skip


def make_server(desk: Desk) -> MCPServer[Any]:
    """Return the server over a desk."""
    server: MCPServer[Any] = MCPServer("sincerely", title="Sincerely", instructions=_ABOUT, log_level="ERROR")
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    adds = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False)
    for tool in read_tools(desk):
        server.add_tool(_told(tool), annotations=reads)
    server.add_tool(_told(propose_tool(desk)), annotations=adds)
    return server


def _told(tool: Tool) -> Tool:
    """Return a tool whose expected errors are told to the assistant, which can mend what it asked."""

    @functools.wraps(tool)
    def told(*args: Any, **named: Any) -> dict[str, Any]:
        try:
            return tool(*args, **named)
        except _EXPECTED as error:
            raise ToolError(" ".join(str(error).split())) from error

    return told


def serve(desk: Desk) -> None:
    """Answer on standard output what comes on standard input, until that ends."""
    make_server(desk).run("stdio")
