"""How mail programs quote the mail that is answered, in plain text and in HTML."""

from __future__ import annotations

from datetime import tzinfo
from html import escape
from typing import Final

from .dates import formatted
from .letters import Letter
from .mime import wrapped
from .templates import Person

_GMAIL_BAR: Final = "margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"
_WORD_LINE: Final = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"
_GMAIL: Final = {"us": "EEE, MMM d, yyyy 'at' h:mm a", "uk": "EEE, d MMM yyyy 'at' HH:mm"}
_APPLE: Final = {"us": "MMM d, yyyy, 'at' h:mm a", "uk": "d MMM yyyy, 'at' HH:mm"}
_BIRD: Final = {"us": "M/d/yy h:mm a", "uk": "dd/MM/yyyy HH:mm", "de": "dd.MM.yy 'um' HH:mm"}
_OUTLOOK: Final = {
    "us": "EEEE, MMMM d, yyyy h:mm a",
    "uk": "dd MMMM yyyy HH:mm",
    "de": "de:EEEE, d. MMMM yyyy HH:mm",
}
_OUTLOOK_NAMES: Final = {
    "us": ("From", "Sent", "To", "Cc", "Subject"),
    "uk": ("From", "Sent", "To", "Cc", "Subject"),
    "de": ("Von", "Gesendet", "An", "Cc", "Betreff"),
}


def said(letter: Letter, by: Person, clock: tzinfo) -> str:
    """Return the line before a quote, "On … X wrote:", as the program of ``by`` writes it."""
    at = letter.written.astimezone(clock)
    match by.program:
        case "apple" | "iphone":
            return f"On {formatted(at, _APPLE.get(by.locale, _APPLE['uk']))}, {letter.sender} wrote:"
        case "thunderbird" if by.locale == "de":
            return f"Am {formatted(at, _BIRD['de'])} schrieb {letter.sender.name}:"
        case "thunderbird" | "mutt":
            return f"On {formatted(at, _BIRD[by.locale])}, {letter.sender.name} wrote:"
        case _:
            return f"On {formatted(at, _GMAIL.get(by.locale, _GMAIL['uk']))} {letter.sender} wrote:"


def quoted(letter: Letter, by: Person, clock: tzinfo) -> str:
    """Return the whole quote in plain text."""
    match by.program:
        case "outlook":
            return f"{_outlook_block(letter, by, clock)}\n\n{letter.plain}"
        case "owa" | "outlook-ios":
            return f"{'_' * 32}\n{_outlook_block(letter, by, clock)}\n\n{letter.plain}"
        case "apple":
            return f"{said(letter, by, clock)}\n\n{marked(letter.plain)}"
        case "iphone":
            return f"\n> {said(letter, by, clock)}\n> \n> \ufeff{marked(letter.plain)[2:]}"
        case "thunderbird" | "mutt":
            return f"{said(letter, by, clock)}\n{marked(wrapped(letter.plain, 70))}"
        case _:
            return f"{said(letter, by, clock)}\n\n{marked(wrapped(letter.plain, 72))}"


def quoted_html(letter: Letter, by: Person, clock: tzinfo) -> str:
    """Return the whole quote in HTML."""
    inner = letter.html or _as_html(letter.plain)
    line = escape(said(letter, by, clock), quote=False)
    match by.program:
        case "outlook":
            shown = "<br>".join(_rows(letter, by, clock))
            rule = f'<div><div style="{_WORD_LINE}"><p class="MsoNormal">{shown}<o:p></o:p></p></div></div>'
            return f'{rule}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{inner}'
        case "owa" | "outlook-ios":
            shown = "<br>".join(_rows(letter, by, clock))
            font = '<font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">'
            rule = '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
            return f'{rule}<div id="divRplyFwdMsg" dir="ltr">{font}{shown}</font><div>&nbsp;</div></div>{inner}'
        case "apple" | "iphone":
            break_ = '<br class="Apple-interchange-newline">'
            return f'<div><br><blockquote type="cite"><div>{line}</div>{break_}<div>{inner}</div></blockquote></div>'
        case _:
            head = f'<div dir="ltr" class="gmail_attr">{line}<br></div>'
            bar = f'<blockquote class="gmail_quote" style="{_GMAIL_BAR}">{inner}</blockquote>'
            return f'<br><div class="gmail_quote">{head}{bar}</div>'


def marked(text: str) -> str:
    """Put a quote mark before each line."""
    return "\n".join(f">{line}" if line.startswith(">") else f"> {line}" for line in text.split("\n"))


def _outlook_block(letter: Letter, by: Person, clock: tzinfo) -> str:
    return "\n".join(f"{name}: {value}" for name, value in _fields(letter, by, clock))


def _rows(letter: Letter, by: Person, clock: tzinfo) -> list[str]:
    return [f"<b>{name}:</b> {escape(value, quote=False)}" for name, value in _fields(letter, by, clock)]


def _fields(letter: Letter, by: Person, clock: tzinfo) -> list[tuple[str, str]]:
    names = _OUTLOOK_NAMES[by.locale]
    at = letter.written.astimezone(clock)
    to, cc = ("; ".join(str(person) for person in people) for people in (letter.to, letter.cc))
    values = (str(letter.sender), formatted(at, _OUTLOOK[by.locale]), to, cc, letter.subject)
    return [(name, value) for name, value in zip(names, values, strict=True) if value]


def _as_html(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in text.split("\n"))
