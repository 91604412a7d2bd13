"""The link under which a meeting takes place: Zoom, Teams, Meet and their like."""

from __future__ import annotations

import re
from collections.abc import Iterable

_URL = re.compile(r"https?://[^\s<>\"'\\^`{|}]{4,2000}", re.IGNORECASE)
_HOSTS = re.compile(
    r"^https?://(?:[a-z0-9-]+\.)*(?:"
    r"zoom\.(?:us|com|com\.cn)|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com"
    r"|whereby\.com|gotomeeting\.com|gotomeet\.me|meet\.goto\.com|join\.skype\.com|meet\.lync\.com|bluejeans\.com"
    r"|chime\.aws|meet\.jit\.si|8x8\.vc|around\.co|v\.ringcentral\.com|meetings\.ringcentral\.com|hirevue\.com"
    r"|app\.coderpad\.io|coderpad\.io|app\.codesignal\.com|karat\.io|karat\.com|hackerrank\.com|meet\.zoho\.(?:com|eu)"
    r"|facetime\.apple\.com|gather\.town|livestorm\.co|brighthire\.(?:ai|com)|metaview\.ai"
    r")(?::[0-9]+)?(?:/|\?|$)",
    re.IGNORECASE,
)
# Help pages and numbers to dial stand beside the link that is meant.
_HELP = re.compile(
    r"/(?:help|support|download|legal|privacy|u/|dialin|pstn|testcall|test\b)|tel\.meet|dialin\.", re.IGNORECASE
)
_WRAPPED = re.compile(r"[?&](?:url|u|q|target)=(https?(?:%3A|:)[^&\s]+)", re.IGNORECASE)
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_LONGEST_TEXT = 20_000


def meeting_link(texts: Iterable[str]) -> str:
    """Return the first link to a meeting in some texts, the likeliest place first; "" when there is none.

    >>> meeting_link(["Room 4", "Join: https://acme.zoom.us/j/9876?pwd=x (or call)"])
    'https://acme.zoom.us/j/9876?pwd=x'
    """
    for text in texts:
        for found in _URL.finditer(text[:_LONGEST_TEXT]):
            url = _unwrapped(found[0].rstrip(".,;:!?)]>*_"))
            if _HOSTS.match(url) and not _HELP.search(url.partition("?")[0]):
                return url
    return ""


def _unwrapped(url: str) -> str:
    """Take away what mail security and search engines wrap around a link."""
    inner = _WRAPPED.search(url)
    if not inner:
        return url
    decoded = _PERCENT.sub(lambda m: bytes([int(m[1], 16)]), inner[1].encode()).decode("utf-8", "replace")
    return decoded if _HOSTS.match(decoded) else url
