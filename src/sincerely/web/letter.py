"""A mail as it was formatted, on a page of its own that can load nothing, run nothing and go nowhere by itself.

Its HTML was made harmless before (`reading.letters.safe_html`); the page's own policy would stop what that missed: no
script, no picture, no form, no frame, no refresh, no style but the one below, whose digest the policy names.
"""

from __future__ import annotations

import base64
from hashlib import sha256

from fastapi.responses import HTMLResponse
from markupsafe import Markup

from sincerely.app.mail_in.evidence import Evidence

_STYLE = Markup(""":root{color-scheme:light dark}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem;font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:1rem 0}dt{opacity:.7}dd{margin:0}
.note{border-left:3px solid;padding-left:.75rem;opacity:.8}
article{border:1px solid;border-radius:6px;padding:1rem;overflow-x:auto;unicode-bidi:isolate}
article a[href]::after{content:" (" attr(href) ")";font-size:.85em;opacity:.8;unicode-bidi:isolate;direction:ltr}
table{border-collapse:collapse;max-width:100%}td,th{padding:.2rem .5rem;vertical-align:top;text-align:start}
blockquote{margin:0 0 0 1rem;padding-left:.75rem;border-left:2px solid}pre{white-space:pre-wrap}""")
_DIGEST = base64.b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    # A link opens when it is clicked, as a page of its own that this one can't touch.
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{subject}</title><style>{style}</style></head><body><h1>{subject}</h1>"
    "<dl><dt>From</dt><dd>{sender}</dd><dt>To</dt><dd>{to}</dd><dt>Date</dt><dd>{date}</dd></dl>"
    '<p class="note">As it was formatted, without pictures, styles and whatever else it would load. Behind each link '
    "stands where it leads. Close this tab to go back.</p>"
    "<article>{body}</article></body></html>"
)


def letter_page(mail: Evidence, body: str) -> HTMLResponse:
    """Return a mail's page.

    Args:
        mail: who wrote it to whom, about what.
        body: its HTML, made harmless.
    """
    page = _PAGE.format(
        style=_STYLE,
        subject=mail.subject or "No subject",
        sender=mail.sender,
        to=mail.to,
        date=mail.date,
        body=Markup(body),  # noqa: S704  (harmless: `safe_html` made it, and this page's policy runs and loads nothing)
    )
    return HTMLResponse(page, headers={"content-security-policy": _POLICY, "referrer-policy": "no-referrer"})
