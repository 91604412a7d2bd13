"""Bytes to text, whatever the label says: labels in mail are often missing, misspelt or wrong."""

from __future__ import annotations

import codecs
import re

# Labels that mail programs write and Python does not know, or that mean more than they say: what is called
# Latin-1 or ASCII is Windows-1252 in practice, GB2312 is GB18030, KS C 5601 is CP949.
_MEANT = {
    "ansi_x3.4-1968": "ascii",
    "cp-1252": "cp1252",
    "cp1252": "cp1252",
    "euc-cn": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-8-e": "iso8859_8",
    "iso-8859-8-i": "iso8859_8",
    "iso8859-1": "cp1252",
    "koi8-ru": "koi8_u",
    "ks_c_5601-1987": "cp949",
    "latin1": "cp1252",
    "macintosh": "mac_roman",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "unicode-1-1-utf-7": "utf_7",
    "unicode-1-1-utf-8": "utf_8",
    "us-ascii": "ascii",
    "utf8": "utf_8",
    "utf8mb4": "utf_8",
    "win-1251": "cp1251",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "x-sjis": "cp932",
}
# Python also calls these encodings: they are not text of mail, or take more than linear time.
_NEVER = frozenset({
    "base64", "bz2", "hex", "idna", "mbcs", "oem", "punycode", "quopri", "raw_unicode_escape", "rot13", "rot_13",
    "undefined", "unicode_escape", "uu", "zlib",
})  # fmt: skip
_LABEL = re.compile(r"[\w.:+-]{1,40}")
_WESTERN = frozenset({"", "ascii", "cp1252", "latin_1", "iso8859_1", "iso8859_15"})


def decode(raw: bytes, label: str = "") -> tuple[str, str]:
    """Return the text of ``raw``, and what was wrong with it in plain words (empty when nothing was).

    A western label gives way to UTF-8 when the bytes are valid UTF-8, since that never happens by accident.
    An unknown or impossible label gives way to UTF-8, then to Windows-1252.
    """
    if raw.isascii() and "7" not in label and b"\x1b" not in raw and b"\0" not in raw:
        return raw.decode("ascii"), ""
    codec, fault = _codec(label)
    if codec in _WESTERN:
        return _western(raw, codec), fault
    if codec.startswith(("utf_16", "utf_32")):
        return _wide(raw, codec)
    try:
        return raw.decode(codec), fault
    except (UnicodeError, ValueError, LookupError):
        text = _western(raw, "") if codec != "utf_8" else _broken_utf8(raw)
        return text, fault or f"text is not {label.strip() or 'UTF-8'} as it says"


def decode_header(raw: bytes) -> str:
    """Return the text of a raw header: UTF-8, or Windows-1252 from old programs."""
    return raw.decode("ascii") if raw.isascii() else _western(raw, "")


def _codec(label: str) -> tuple[str, str]:
    """Return Python's name of an encoding ("" when unknown), and a fault."""
    name = label.strip().strip("\"'").lower()
    if not name:
        return "", ""
    found = _MEANT.get(name)
    if found is not None:
        return found, ""
    match = _LABEL.match(name)
    try:
        codec = codecs.lookup(match[0]).name.replace("-", "_") if match else ""
    except (LookupError, ValueError):
        codec = ""
    if not codec or codec in _NEVER:
        return "", f"unknown charset {name[:40]!r}"
    return codec, ""


def _western(raw: bytes, codec: str) -> str:
    """Return the text of bytes that are UTF-8 if valid as such, else of a western single-byte set."""
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        pass
    # A few broken bytes in UTF-8 (a cut, a line folded inside a character) do not make it Windows-1252.
    if codec == "":
        text = raw.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if broken * 4 < sum(1 for _ in _NOT_ASCII.finditer(text)) - broken:
            return text
    try:
        return raw.decode("iso8859_15" if codec == "iso8859_15" else "cp1252")
    except UnicodeError:
        return raw.decode("latin-1")


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _broken_utf8(raw: bytes) -> str:
    """Return text that claims to be UTF-8 and is not quite, or not at all."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= sum(1 for _ in _NOT_ASCII.finditer(text)) - broken:
        return text
    return _western(raw, "cp1252")


def _wide(raw: bytes, codec: str) -> tuple[str, str]:
    """Return UTF-16 or UTF-32 text; the byte order is looked at, since labels and marks are often absent."""
    wrong = f"text is not {codec.replace('_', '-').upper()} as it says"
    if b"\0" not in raw[:4096]:
        return _western(raw, ""), wrong
    if codec == "utf_16" and raw[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        head = raw[:4096]
        codec = "utf_16_be" if head[::2].count(0) > head[1::2].count(0) else "utf_16_le"
    try:
        text = raw.decode(codec)
    except UnicodeError:
        return raw.decode(codec, "replace"), wrong
    return text.removeprefix("\ufeff"), ""
