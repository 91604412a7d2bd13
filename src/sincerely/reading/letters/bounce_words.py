"""What mail servers say in their own words, where no code says it: why a mail came back, and whether for good."""

from __future__ import annotations

import re

_REASONS = (
    ("mailbox-full", (r"quota|mailbox\b.{0,20}\bfull|\bfull\b.{0,20}mailbox|over ?limit|storage (?:limit|allocation|exceed)|exceeded storage"
                     r"|insufficient (?:system )?storage|postfach.{0,20}\bvoll|boîte.{0,30}\bpleine|buz[oó]n.{0,20}llen|casella.{0,20}piena"
                     r"|mailbox.{0,10}\bvol\b|caixa.{0,30}cheia")),
    ("no-such-address", (r"no (?:such|mailbox)|unknown (?:user|recipient|address|mailbox|alias|or illegal)|(?:user|recipient|address|mailbox|account)\S*"
                        r"\b.{0,40}\b(?:unknown|not (?:found|exist|known|listed|valid|local)|disabled|inactive|invalid|unavailable|rejected)"
                        r"|(?:does|do) ?n[o']t (?:exist|have)|wasn't found|couldn't be found|not found|isn't (?:a valid|valid)|invalid (?:recipient|address|mailbox|user)"
                        r"|bad destination|unrouteable address|not a valid|no longer (?:valid|exists|in use|available|with)|recipientnotfound"
                        r"|unbekannt|existiert nicht|nicht gefunden|inconnu|n['’]existe pas|introuvable|desconocid|no existe|no se encontr"
                        r"|sconosciut|inesistente|non esiste|onbekend|bestaat niet|desconhecid|n[ãa]o existe|n[ãa]o foi encontrad")),
    ("no-such-domain", (r"(?:host|domain)\b.{0,60}\b(?:not found|unknown|does ?n[o']t exist|not exist|nxdomain|no mx|couldn't be found)|nxdomain"
                       r"|unrouteable (?:mail )?domain|host or domain name not found|domain\b.{0,30}\bnot (?:find|found)|null ?mx|no mx record"
                       r"|unknown (?:host|domain)|bad domain|couldn't find any host")),
    ("too-large", (r"too (?:large|big)|exceeds?\b.{0,40}\bsize|size (?:limit|exceed)|maximum (?:message )?size|zu gro(?:ß|ss)|trop volumineux"
                  r"|demasiado grande|troppo grande|te groot|muito grande")),
    ("not-in-time", (r"timed? ?out|timeout|expired|could not be reached|couldn't connect|connection (?:refused|timed)|too (?:long|old)"
                    r"|retry (?:time|timeout)|given? up|unable to (?:connect|contact)|not responding|no route to host|in the queue too long")),
    ("refused", (r"spam|block|policy|blacklist|blocklist|dmarc|\bspf\b|dkim|reputation|denied|refused|rejected|prohibited|not (?:allowed|permitted|authorized)"
                r"|abgelehnt|rejet|rechazad|rifiutat|geweigerd|rejeitad")),
)  # fmt: skip
_REASON = tuple((name, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for name, pattern in _REASONS)
_DELAY = re.compile(
    r"delay|(?:will|we(?:'ll| will)|continue to|keep) (?:be )?(?:re)?tr(?:y|ied|ying)|retry|still (?:being|trying)|not yet been|temporar|warning"
    r"|no (?:further )?action is required|do not need to (?:resend|do)|verzöger|weiter(?:hin)? versuch|noch nicht zugestellt|retard|nouvelle tentative"
    r"|continuer|retras|seguir[áa]|ritard|continuer[àa]|vertraag|vertraging|opnieuw|atras|continuar",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"permanent|fatal|given? up|giving up|(?:will|could) not be delivered|undeliverable|unzustellbar|non remis|no se puede entregar|non recapitabil"
    r"|onbestelbaar|n[ãa]o (?:foi )?entreg|failure|failed|returned to sender|unable to deliver|did not reach",
    re.IGNORECASE,
)
_REPLY_CODE = re.compile(r"(?<![\d.:])(?:#?([45])\.\d{1,3}\.\d{1,3}|([45])[0-5]\d)(?=[\s:;,\-#)]|$)", re.MULTILINE)


def reason_in(told: str) -> str:
    """Return why a mail came back, by what was said; empty where that says nothing."""
    return next((name for name, pattern in _REASON if pattern.search(told)), "")


def is_delay(subject: str, told: str) -> bool:
    """Whether a notice without a machine's report says that a mail is still being tried.

    A server's code for good decides, then its code for now; else the words, the subject's first.
    """
    classes = {first or second for first, second in _REPLY_CODE.findall(told)}
    if "5" in classes:
        return False
    if _DELAY.search(subject) and not _FINAL.search(subject):
        return True
    if _FINAL.search(subject):
        return False
    return bool(_DELAY.search(told)) and not _FINAL.search(told)
