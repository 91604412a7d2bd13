"""A mail's HTML with nothing in it that runs, loads, hides or pretends.

What is left is words, headings, lists, tables, emphasis, and links: no pictures, no styles, no classes or names, no
forms, nothing from elsewhere. A link keeps its address, in letters that show what they are, and opens when somebody
opens it. The cleaning is `nh3`'s (ammonia, html5ever): it parses as browsers do and writes the tree anew, so that
what a browser reads is what was looked at.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from .html_text import shallow, visible

# More than this no letter has; the rest is left out. References cost the parser quadratic time.
CAP = 500_000
_MOST_REFERENCES = 20_000
_TAGS = frozenset(
    """a abbr b bdi blockquote br caption center code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q
    s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul""".split()
)
# What they hold is nothing to read, or is another language.
_GONE = frozenset(
    """applet audio button canvas datalist embed frame frameset head iframe link map math meta noembed noframes noscript
    object option param portal script select slot source style svg template textarea title track video xml xmp""".split()
)
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}}
_SCHEMES = frozenset({"http", "https", "mailto"})
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?(:[0-9]{1,5})?|\[[0-9a-f:.]{2,45}\](:[0-9]{1,5})?")
_LONGEST_ADDRESS = 2000


def safe(html: str) -> str:
    """Return HTML that may be shown; the same for the same input, and clean already when cleaned again.

    Args:
        html: whatever somebody sent.
    """
    import nh3

    taken = "&".join(html[:CAP].split("&", _MOST_REFERENCES)[:_MOST_REFERENCES])
    return nh3.clean(
        shallow(visible(taken.encode("utf-8", "replace").decode())),
        tags=set(_TAGS),
        clean_content_tags=set(_GONE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(_SCHEMES),
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "a" and name == "href":
        return address(value)
    if name in {"rel", "target"}:
        return value  # ours
    return value if _NUMBER.fullmatch(value) else None


def address(href: str) -> str | None:
    """Return a link's address in plain ASCII, so that it shows where it leads; None for what is no such address."""
    try:
        parts = urlsplit("".join(visible(href).split()))
        host = parts.netloc.rpartition("@")[2].lower()
        if not host.isascii():
            name, colon, port = host.partition(":")
            host = name.encode("idna").decode() + colon + port
    except (ValueError, UnicodeError):
        return None
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES or (scheme == "mailto") is bool(host):
        return None
    if host and not _HOST.fullmatch(host):
        return None
    path, query = quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    told = urlunsplit((scheme, host, path, query, quote(parts.fragment, safe="/?%!$&'()*+,;=~-._")))
    return told if len(told) <= _LONGEST_ADDRESS else None
