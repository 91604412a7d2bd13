"""The headers that Outlook and forwards put above what they quote, and the separator lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from . import reply_dates
from .letter import Address
from .mime_headers import addresses

Label = Literal["from", "date", "to", "cc", "subject", "other"]

_LABELS: dict[Label, tuple[str, ...]] = {
    "from": (
        "from", "von", "de", "da", "van", "från", "fra", "od", "lähettäjä", "от", "от кого", "від", "kimden", "feladó",
        "発信者", "差出人", "发件人", "寄件者", "보낸 사람", "από", "odesílatel", "expéditeur", "remitente", "mittente",
        "afzender", "remetente", "absender",
    ),
    "date": (
        "date", "sent", "datum", "gesendet", "envoyé", "envoyé le", "enviado", "enviado el", "enviado em", "enviada em",
        "enviada", "inviato", "data", "fecha", "verzonden", "verzonden op", "skickat", "sendt", "dato", "wysłano",
        "lähetetty", "päivämäärä", "отправлено", "дата", "gönderildi", "tarih", "日付", "送信日時", "日期", "发送时间",
        "날짜", "보낸 날짜", "odesláno", "sent at", "ngày", "küldve", "expédié", "dátum", "gesendet am",
    ),
    "to": (
        "to", "an", "à", "a", "para", "aan", "till", "til", "do", "komu", "кому", "kime", "宛先", "收件人", "받는 사람",
        "destinataire", "destinatario", "empfänger", "naar", "vastaanottaja", "címzett", "προς", "pour",
    ),
    "cc": ("cc", "kopie", "kopie (cc)", "copie à", "copie", "copia", "kopia", "cc.", "копия", "cópia", "抄送", "bcc"),
    "subject": (
        "subject", "betreff", "objet", "sujet", "asunto", "oggetto", "onderwerp", "assunto", "ämne", "emne", "temat",
        "předmět", "тема", "aihe", "konu", "件名", "主题", "主旨", "제목", "tárgy", "θέμα", "betr", "re",
    ),
    "other": (
        "reply-to", "antwort an", "répondre à", "responder a", "rispondi a", "attachments", "anlagen", "importance",
        "wichtigkeit", "priority", "priorität", "organization", "pièces jointes", "allegati", "bijlagen", "adjuntos",
        "anexos", "when", "where", "wann", "wo", "message-id", "newsgroups", "resent-from",
    ),
}  # fmt: skip
_KIND: dict[str, Label] = {name: label for label, names in _LABELS.items() for name in names}
_LINE = re.compile(
    r"[ \t]{0,8}[*_]{0,2}([^\W\d_][^\n:：*]{0,18}?|[^\W\d_])[ \t]{0,3}[*_]{0,2}[ \t]{0,3}[:：][*_]{0,2}[ \t]{0,20}(.*)$"
)
_INLINE_LABEL = re.compile(r"(?<!\S)[*_]{0,2}([^\W\d_]{1,12})(?: el| em)?\s?:")
_RULE = re.compile(r"[\s*]{0,4}(?:[-_=–—]\s?){5,}[\s*]{0,4}$")

_ORIGINAL = (
    "original message|original mail|original e-?mail|original appointment|reply message|ursprüngliche nachricht"
    "|originalnachricht|original-?nachricht|ursprüngliche e-?mail|ursprünglicher termin|message d['’]origine"
    "|message original|courriel original|mensaje original|messaggio originale|oorspronkelijk bericht"
    "|origineel bericht|mensagem original|oprindelig meddelelse|originalmeddelande"
    "|ursprungligt meddelande|opprinnelig melding|wiadomość oryginalna|oryginalna wiadomość|původní zpráva"
    "|alkuperäinen viesti|исходное сообщение|оригинальное сообщение|originalny message|orijinal mesaj|原始邮件|原始郵件"
    "|元のメッセージ|original bericht"
)
_FORWARDED = (
    "forwarded message|forwarded mail|forwarded by .{1,80}|forward message|forwarded e-?mail|weitergeleitete nachricht"
    "|weitergeleitete e-?mail|message transféré|message transmis|message réexpédié|courriel transféré"
    "|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada|mensagem reencaminhada"
    "|videresendt meddelelse|vidarebefordrat meddelande|videresendt melding|wiadomość przekazana"
    "|přeposlaná zpráva|пересылаемое сообщение|пересланное сообщение|переадресоване повідомлення|iletilen mesaj"
    "|välitetty viesti|转发的邮件|轉寄郵件|転送メッセージ"
)
_BEGIN_FORWARD = (
    r"(?:-+ )?begin forwarded (?:message|text)|anfang der weitergeleiteten (?:nachricht|e-?mail)"
    r"|début du message (?:réexpédié|transféré)"
    r"|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|start doorgestuurd bericht"
    r"|início da mensagem (?:encaminhada|reencaminhada)|comienza? el mensaje reenviado|vidarebefordrat brev"
    r"|start på videresendt besked|videresendt brev"
)
# What help desks put above their own words; below the first line of a mail it is what was written before.
_ABOVE_THIS = re.compile(
    r"[\s#*>=-]{0,8}(?:(?:please )?(?:type|write|enter|add) your (?:reply|response|answer) above (?:this|the) line"
    r"|(?:please )?reply above this line|write above this line.{0,40}"
    r"|bitte (?:geben|schreiben) sie ihre antwort (?:über|oberhalb) dieser zeile(?: ein)?|"
    r"veuillez (?:rédiger|écrire|saisir) votre réponse au-dessus de cette ligne"
    r"|(?:por favor,? )?escrib[ae] su respuesta (?:por )?encima de esta línea)[\s#*.=-]{0,8}$",
    re.IGNORECASE,
)
_DASHES = r"[\s*>]{0,4}[-–—_=*]{2,}[\s]{0,3}"
_SEPARATOR = re.compile(
    rf"(?:{_DASHES}(?:(?P<reply>{_ORIGINAL}|[^-\n]{{1,80}} wrote:)"
    rf"|(?P<forward>{_FORWARDED}))\s?:?\s{{0,3}}(?:[-–—_=*]{{2,}}.{{0,40}})?"
    rf"|[\s*]{{0,4}}(?P<apple>{_BEGIN_FORWARD})\s?:?[\s*]{{0,4}})$",
    re.IGNORECASE,
)
_LOOK_AHEAD = 14
_LONGEST = 2_000


class Block(NamedTuple):
    """Quoted headers.

    Attributes:
        first: index of the first line that belongs to them, be it a separator.
        after: index after their last line.
        kind: ``forward`` if a separator says so, ``reply`` if one says that, else ``unknown``.
    """

    first: int
    after: int
    kind: Literal["reply", "forward", "unknown"]
    sender: Address | None
    date: datetime | None
    subject: str
    to: tuple[Address, ...]


def separator(line: str) -> Literal["reply", "forward"] | None:
    """Return what a separator line announces."""
    if len(line) > 160:
        return None
    match = _SEPARATOR.match(line)
    if match is None:
        return None
    return "reply" if match["reply"] else "forward"


def is_rule(line: str) -> bool:
    """Whether a line is drawn of dashes or underscores."""
    return len(line) < 200 and _RULE.match(line) is not None


def label(line: str) -> tuple[Label, str] | None:
    """Return which quoted header a line is, and its value."""
    match = _LINE.match(line[:_LONGEST])
    if match is None:
        return None
    kind = _KIND.get(match[1].strip().lower())
    return None if kind is None else (kind, match[2].strip(" \t*"))


# Separators that begin with a word, not a dash: one of these is in each of them.
_WORDED = (
    "forwarded", "weitergeleitet", "réexpédié", "transféré", "reenviado", "inoltrato", "doorgestuurd", "encaminhada",
    "videresendt", "vidarebefordrat", "the line", "this line", "dieser zeile", "cette ligne", "esta línea",
)  # fmt: skip


def may_be_worded(text: str) -> bool:
    """Whether a separator that begins with a word may be anywhere in a text."""
    lowered = text.lower()
    return any(word in lowered for word in _WORDED)


def may_begin(line: str, *, worded: bool) -> bool:
    """Whether it is worth while to look for quoted headers that begin at a line."""
    bare = line.lstrip(" \t*_")
    first = bare[:1]
    if not first.isalpha():
        return first in _DRAWN or len(bare) < len(line)
    colon = bare.find(":", 0, 40)
    return worded or (colon > 0 and bare[:colon].rstrip(" \t*_").lower() in _KIND) or "：" in bare[:20]


_DRAWN = frozenset("-–—_=#>")


def starting_at(lines: Sequence[str], first: int, stop: int) -> Block | None:
    """Return the quoted headers that begin with ``lines[first]``, a line that is not blank."""
    line = lines[first]
    kind = "reply" if first and len(line) < 120 and _ABOVE_THIS.match(line) else separator(line)
    if kind is not None:
        block = _labelled(lines, _next(lines, first + 1, stop), stop, least=1)
        if block is None:
            return Block(first, first + 1, kind, None, None, "", ())
        return block._replace(first=first, kind=kind)
    if is_rule(line):
        after = _next(lines, first + 1, min(first + 4, stop))
        block = _labelled(lines, after, stop, least=3) if after < stop else None
        return None if block is None else block._replace(first=first)
    return _labelled(lines, first, stop, least=3) or _one_line(lines[first], first)


def at_top(lines: Sequence[str], first: int) -> Block | None:
    """Return the headers above a mail that was copied out of a program, beginning with ``lines[first]``.

    Nothing stands above them, so less is asked for than within a mail: an author and one thing more, or a subject.
    """
    found = starting_at(lines, first, len(lines)) or _labelled(lines, first, len(lines), least=2)
    if found is not None:
        return found if found.sender is not None or found.subject else None
    named = label(lines[first])
    return _labelled(lines, first, first + 1, least=1) if named is not None and named[0] == "subject" else None


def _next(lines: Sequence[str], index: int, stop: int) -> int:
    """Return the index of the next line that is not blank."""
    while index < stop and not lines[index].strip():
        index += 1
    return index


def _labelled(lines: Sequence[str], first: int, stop: int, *, least: int) -> Block | None:
    """Read lines such as "From: …"; ``least`` different ones and an author make them quoted headers."""
    if first >= stop or label(lines[first]) is None:
        return None
    values: dict[Label, str] = {}
    after = first
    blanks = 0
    last: Label | None = None
    for index in range(first, min(first + _LOOK_AHEAD, stop)):
        line = lines[index]
        if not line.strip():
            blanks += 1
            if blanks > 1 or "subject" in values:
                break
            continue
        found = label(line)
        if found is None or (found[0] in values and found[0] != "other"):
            if last in {"to", "cc", "subject", "from"} and not blanks and _is_continuation(line, last, values):
                values[last] += f" {line.strip()}"
                after = index + 1
                continue
            break
        blanks = 0
        last, value = found
        values[last] = value
        after = index + 1
    if (least > 1 and "from" not in values) or len(values.keys() - {"other"}) < least:
        return None
    return Block(first, after, "unknown", *_values(values))


def _is_continuation(line: str, last: Label, values: dict[Label, str]) -> bool:
    if line[:1] in {" ", "\t"}:
        return True
    if last == "subject":
        return False
    return "@" in line or values[last].endswith((",", ";"))


def _values(values: dict[Label, str]) -> tuple[Address | None, datetime | None, str, tuple[Address, ...]]:
    return (
        _address(values.get("from", "")),
        reply_dates.find(values.get("date", "")),
        values.get("subject", ""),
        tuple(filter(None, (_address(part) for part in re.split(r"[;,]", values.get("to", ""))[:50]))),
    )


_BRACKETS = re.compile(r"[\[(<]\s*(?:mailto:)?\s*([^\s\[\]()<>@]{1,64}@[^\s\[\]()<>@]{1,255})\s*[\])>]")


def _address(value: str) -> Address | None:
    """Read an author as programs write it: "Smith, Dana [mailto:dana@acme.example]" or a bare name."""
    match = _BRACKETS.search(value)
    if match is not None:
        found = addresses([match[1]])
        name = value[: match.start()].strip(" \t\"'*[(<")
        return Address(name, found[0].address) if found else None
    found = addresses([value.strip(" *")]) if "@" in value else ()
    if found:
        return found[0]
    name = value.strip(" \t\"'*")
    return Address(name, "") if name else None


def _one_line(line: str, index: int) -> Block | None:
    """Read headers that a program ran together: "From: … Sent: … To: … Subject: …"."""
    if ":" not in line[:16] or line.count(":", 0, _LONGEST) < 4:
        return None
    parts = _INLINE_LABEL.split(line[:_LONGEST])
    values: dict[Label, str] = {}
    for name, value in zip(parts[1::2], parts[2::2], strict=False):
        kind = _KIND.get(name.lower())
        if kind is not None:
            values.setdefault(kind, value.strip())
    if parts[0].strip(" *_") or values.keys() < {"from", "date", "to", "subject"}:
        return None
    return Block(index, index + 1, "unknown", *_values(values))
