"""What forms send, with its bounds: whatever a form holds is checked before a use case sees it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Query

Text = Annotated[str, Form(max_length=400)]
"""A line of text."""
Long = Annotated[str, Form(max_length=4000)]
"""Some sentences."""
Asked = Annotated[str, Query(max_length=400)]
"""What an address asks for."""
Secret = Annotated[str, Form(max_length=1000)]
"""A password, or a passphrase; never shown again."""
