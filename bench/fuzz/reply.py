"""Fuzz the parting of reply, quote and signature: ``python -m bench.fuzz.reply FOLDER -max_total_time=600``."""

from __future__ import annotations

from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sincerely"]):
    from sincerely.reading.letters import forwarded, reply
    from sincerely.reading.letters.sentences import sentences

from .harness import picked, run

_SEEDS = Path("tests/reading/replies")
_LINES = """Hi Dana,|> quoted|>> deeper|> |>|On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:|-- |--|Best regards,|
Dana Smith|Talent Partner at Acme|+1 555 0100|From: Dana <d@acme.example>|Sent: Monday, March 4, 2024 10:12 AM|To: Lee|
Subject: Offer|Von: Dana|Gesendet: Montag, 4. März 2024 10:12|-----Original Message-----|________________________________|
---------- Forwarded message ---------|Begin forwarded message:|Sent from my iPhone|Am 4.3.24 um 10:12 schrieb|wrote:|:|
Petra Berger <p@b.example>:|a écrit :|>From here|-----BEGIN PGP SIGNED MESSAGE-----|-----BEGIN PGP SIGNATURE-----|
-----END PGP SIGNATURE-----|*From:* Dana|CONFIDENTIALITY NOTICE: this|To unsubscribe|<blockquote>|</blockquote>|<div>|</div>|
<div class="gmail_quote">|<div id="appendonsend">|<hr>|<br>|Dana skrev:|2024-03-04 10:12 GMT+01:00 Dana <d@acme.example>:|
Le lun. 4 mars 2024 à 10:12, Dana|El lun, 4 mar 2024, Dana escribió:|Dr. No. 3 a.m. e.g. this|1. one|- two|\t|\u200b|\u2028"""
_WORDS = [line.strip("\n") for line in _LINES.split("|")]
_PICKED = (*_WORDS, *(["\n"] * len(_WORDS)), "\n\n", "\r\n", " ")


def check(data: bytes) -> None:
    """Check that no character is lost or moved, in text and in HTML."""
    text = picked(data[1:], _PICKED)
    if data[:1] < b"\x40":
        assert isinstance(reply.split_html(text).reply, str), "html"
        return
    parts = reply.split(text)
    assert "".join(text[f.begin : f.stop] for f in parts.fragments) == text, "fragments"
    assert all(0 <= quote.begin <= quote.stop <= len(text) for quote in parts.quoted), "quotes"
    assert len(reply.split(parts.reply).reply) <= len(parts.reply), "a reply read again says more"
    last = 0
    for sentence in sentences(text):
        assert last <= sentence.begin < sentence.stop <= len(text), "sentences"
        last = sentence.stop
    for one in forwarded.in_text(text, subject="Fwd: x"):
        assert 0 <= one.begin <= one.stop <= len(text), "forwarded"


if __name__ == "__main__":
    files = sorted(_SEEDS.glob("*.txt"))
    seeds = [path.read_bytes() for path in files]
    run(check, [b"\xff\0" + seed for seed in seeds] + [b"\0\0" + seed for seed in seeds if b"<div" in seed], _WORDS)
