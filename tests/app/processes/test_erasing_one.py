"""A process that is erased is named nowhere any more, whatever was done with it, and the others stay as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.app.conftest import NOW, Run
from tests.store.judges import changes

from sincerely.app import wiring
from sincerely.app.drafts import sheets
from sincerely.app.drafts.composing import sheet_name
from sincerely.app.interviews import debrief_mail
from sincerely.app.mail_in import returning
from sincerely.app.mail_in.reading_in import Reading, _write
from sincerely.app.outgoing import sent_by_whom
from sincerely.app.processes import regrouping, which_opening
from sincerely.app.processes.erasing import NotMeant
from sincerely.app.processes.erasing_one import erase_process
from sincerely.app.processes.exits import NothingThere, correct, deeds, note, undo
from sincerely.app.processes.transfer import timelines
from sincerely.app.today.policies import chosen, set_value
from sincerely.core.handed import Handed, Place
from sincerely.core.header import Header
from sincerely.core.outbound import Dispatch, State, Text, Written
from sincerely.reading.letters.dsn import Recipient
from sincerely.reading.linking.which_opening import Doubt
from sincerely.store.base import Answered, Message, Paper, Store, StoreError

GOES, ANA, QUOTE = "orchid-analyst", "ana.goes@orchid.example", "We kept a chair for you"
STAYS, PIA = "plum-lead", "pia.stays@plum.example"
STORY = f"""
process {GOES} employer="Orchid Works" role="Analyst" zone=Europe/Berlin country=DE
2026-03-02 09:00 scheduled {ANA} start="2026-03-04 14:00" end="2026-03-04 15:00" quote="{QUOTE}" source="<o1@orchid.example>"
2026-03-05 09:00 heard {ANA} asks=yes quote="{QUOTE} still" source="<o2@orchid.example>"
process {STAYS} employer="Plum" role="Lead" zone=Europe/Berlin country=DE
2026-03-02 09:00 scheduled {PIA} start="2026-03-03 14:00" end="2026-03-03 15:00" source="<p1@plum.example>"
2026-03-06 09:00 heard {PIA} asks=yes source="<p2@plum.example>"
process orchid-intern employer="Orchid Works" zone=Europe/Berlin country=DE
2026-02-02 09:00 applied source="<o0@orchid.example>" quote="{QUOTE} long ago"
"""
WHO = ((GOES, ANA), (STAYS, PIA))
LATER = NOW + timedelta(minutes=1)
TEXT = Text(to=(ANA,), subject="Thank you, Orchid", body=QUOTE)


def header(store: Store, name: str) -> Header:
    return regrouping.named(store, name)


def draft(store: Store, process: str, text: Text = TEXT) -> Written:
    return store.add_version(
        Written(process=process, code="THX001", purpose="thank-you", who=text.to[0], text=text, made_at=NOW)
    )


def a_letter(store: Store) -> None:
    written = draft(store, GOES)
    out = Dispatch(
        process=GOES, draft=written.draft, version=1, purpose="thank-you", who=ANA, text=TEXT, digest=TEXT.digest,
        sender="robin@mail.example", message_id="<out@orchid.example>", changed_at=NOW, state=State.APPROVED,
    )  # fmt: skip
    number = store.add_outgoing(out).number
    sent_by_whom.by_hand(store, f"o{number}")
    copy = Handed(
        place=Place.SENT, message_id="<out@orchid.example>", draft=written.draft, outgoing=number, digest="ab", at=NOW
    )
    store.save_handed(copy)
    store.save_handed(replace(copy, place=Place.DRAFTS, message_id="<put@orchid.example>", outgoing=0))
    sheets.keep(store, sheet_name(written), sheets.Sheet({"body": f"{QUOTE}, {ANA}"}, at=NOW))


def a_mail_that_asked(store: Store) -> None:
    for name in (GOES, STAYS):
        process = store.process(name)
        assert process is not None
        with suppress(NothingThere):  # its interview was corrected away
            debrief_mail.make(store, process, "robin@mail.example", {ANA: "Ana Goes"}, NOW)


def asked_where_it_belongs(store: Store) -> None:
    doubts = [Doubt("0a" * 6, name, ("0a" * 6,), people=(who,), others=("plum-other",)) for name, who in WHO]
    which_opening.keep(store, [replace(one, asked=f"{number:012}") for number, one in enumerate(doubts)])


def typed_notes(store: Store) -> None:
    for name, who, words in ((GOES, ANA, QUOTE), (STAYS, PIA, "theirs")):
        sheets.keep(store, f"debrief:{name}", sheets.Sheet({f"liked:{who}": words}, {"there": "w1"}, at=NOW))


def came_back(store: Store) -> None:
    bad = Recipient(ANA, ANA, fate="failed", reason="no-such-address", told=f"{ANA}: unknown")
    back = returning.Return((f"<{GOES}@x>",), GOES, (ANA,), (bad,), NOW, "<n@x>", done=True)
    returning._save(store, [*returning.returns(store), back])


def own_policy(store: Store) -> None:
    for name in (GOES, STAYS):
        set_value(store, "WAIT003.at_most", "1", NOW, name)


def by_hand(store: Store) -> None:
    for name, who in ((GOES, ANA), (STAYS, PIA)):
        note(store, header(store, name), f'wrote {who} quote="{QUOTE}"' if name == GOES else f"wrote {who}", NOW)
    undo(store, NOW)


def merged(store: Store) -> None:
    if store.summaries() and any(row.header.id == "orchid-intern" for row in regrouping.listed(store)):
        regrouping.merge(store, header(store, "orchid-intern"), header(store, GOES), NOW)


def split_off(store: Store) -> None:
    """What lay under another process first belongs to the one that goes."""
    [change] = changes(
        f"process {STAYS} zone=Europe/Berlin country=DE\n"
        f'2026-03-07 09:00 heard {ANA} asks=yes quote="{QUOTE} again" source="<o3@orchid.example>"\n'
    )
    whole = header(store, STAYS)
    store.add([replace(change, header=whole)], NOW)
    regrouping.split(store, whole, list(change.events), header(store, GOES), NOW)


def split_and_undone(store: Store) -> None:
    stays = store.process(STAYS)
    assert stays is not None
    first = [event for event in regrouping.movable(stays) if event.source == "<p1@plum.example>"]
    regrouping.split(store, stays.header, first, header(store, GOES), NOW + timedelta(seconds=1))
    undo(store, NOW + timedelta(seconds=2))


def read_mail(store: Store) -> None:
    store.save_source("mbox:/mail", {}, NOW)
    read = Message(
        source="mbox:/mail",
        key="k1",
        digest="d1",
        message_id="o1@orchid.example",
        sender=ANA,
        subject=QUOTE,
        process=GOES,
    )
    store.add_messages([read, replace(read, key="k2", message_id="p", sender=PIA, subject="Hi", process=STAYS)])
    _write(store, Reading(what="mbox", notes=(f"{GOES}: no",), first=((QUOTE, ANA),), began=NOW, changed=NOW))


def a_posting(store: Store) -> None:
    store.add_paper(Paper(id="posting-1", kind="posting", process=GOES, name="orchid.txt", lines=[QUOTE], added_at=NOW))


def a_program(store: Store) -> None:
    if store.answered("k") is None:
        store.keep_answered(Answered("k", "r", 201, f'{{"process": "{GOES}"}}', NOW))
        store.keep_answered(Answered("l", "r", 201, f'{{"process": "{STAYS}"}}', NOW))


def a_problem(store: Store) -> None:
    store.set_setting("background_problems", [f"Sending: {ANA} was refused", "Reading: try again"])
    store.set_setting("what-nobody-thought-of", {"deep": [{"about": GOES}]})


def corrected(store: Store) -> None:
    process = store.process(GOES)
    assert process is not None
    correct(store, process.header, process.told[1:2], NOW, f"{ANA}: that is wrong")


ACTIONS: tuple[Callable[[Store], None], ...] = (
    a_letter, a_mail_that_asked, asked_where_it_belongs, typed_notes, came_back, own_policy, by_hand, merged, split_off, split_and_undone,
    read_mail, a_posting, a_program, a_problem, corrected,
)  # fmt: skip
SECRETS = (GOES, "orchid", ANA, QUOTE, "a chair")


def held(home: Path) -> str:
    """Everything that the store's files hold, and what its tables say."""
    raw = b"".join(path.read_bytes() for path in sorted(home.iterdir()) if path.is_file())
    with closing(sqlite3.connect(home / wiring.STORE_NAME)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [str(row) for table in tables for row in database.execute(f'SELECT * FROM "{table}"')]
    return raw.decode("latin-1").lower() + "\n".join(rows).lower()


@pytest.mark.slow
@given(st.lists(st.sampled_from(ACTIONS), unique=True, max_size=len(ACTIONS)))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_names_it_any_more_and_the_others_stay(actions: list[Callable[[Store], None]]) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with wiring.opened(home) as store:
            with store.transaction():
                store.add(changes(STORY), NOW)
                store.set_setting("me", ["robin@mail.example"])
                for act in actions:
                    act(store)
            before = store.process(STAYS)
            assert before is not None
            standing = [event for event in regrouping.movable(before) if PIA in event.who]
            done = erase_process(store, header(store, GOES), GOES, home, LATER)
            assert done.events
            if merged not in actions:  # one that stays of the same employer
                erase_process(store, header(store, "orchid-intern"), "orchid-intern", home, LATER)
            after = store.process(STAYS)
            assert after is not None
            assert [event for event in regrouping.movable(after) if PIA in event.who] == standing
            assert timelines(store).count("process ") == 1
            assert (STAYS in chosen(store).processes) == (own_policy in actions)
            assert all(deed.items or deed.settings for deed in deeds(store))
        text = held(home)
        assert [secret for secret in SECRETS if secret.lower() in text] == []
        assert STAYS in text


def test_what_was_read_is_not_read_again(run: Run, home: Path, tmp_path: Path) -> None:
    mail = (
        f"From: Ana Goes <{ANA}>\nTo: robin@mail.example\nSubject: Interview at Orchid Works\nMessage-ID: <1@orchid.example>\n"
        "Date: Mon, 2 Mar 2026 09:00:00 +0100\n\nDear Robin,\n\nthank you for your application for the Data Analyst "
        "position at Orchid Works. We would like to invite you to an interview on Wednesday, March 4, 2026, from 2:00 pm to "
        "3:00 pm in our office. You will meet me; I lead the data team.\n\nKind regards,\nAna Goes\nOrchid Works\n"
    )
    (tmp_path / "one.eml").write_text(mail)
    run("sync", tmp_path / "one.eml", "--me", "robin@mail.example")
    name = run("processes").stdout.split()[0]
    refused = run("erase", name, "--say", "yes")
    assert refused.returncode == 2
    assert f'Type "{name}"' in refused.stderr
    assert f"Erased: {name}" in run("erase", name, "--say", name).stdout
    assert "0 new of 0" in run("sync").stdout
    assert name not in run("processes").stdout
    assert "orchid" not in held(home).replace(str(tmp_path).lower(), "")


def test_what_is_being_sent_stays(tmp_path: Path) -> None:
    with wiring.opened(tmp_path) as store:
        store.add(changes(STORY), NOW)
        a_letter(store)
        [out] = store.outgoings()
        store.step(out, replace(out, state=State.CLAIMED))
        with pytest.raises(StoreError, match="is being sent at this moment"):
            erase_process(store, header(store, GOES), GOES, tmp_path, NOW)
        with pytest.raises(NotMeant):
            erase_process(store, header(store, GOES), "", tmp_path, NOW)
        assert store.process(GOES) is not None
        with store.alone("reading"), pytest.raises(StoreError, match="Mail is being read"):
            erase_process(store, header(store, GOES), GOES, tmp_path, NOW)


def test_the_guards_of_what_only_grows_are_back(tmp_path: Path) -> None:
    with wiring.opened(tmp_path) as store:
        store.add(changes(STORY), NOW)
        erase_process(store, header(store, GOES), GOES, tmp_path, NOW)
    with (
        closing(sqlite3.connect(tmp_path / wiring.STORE_NAME)) as database,
        pytest.raises(sqlite3.Error, match="only ever added"),
    ):
        database.execute("DELETE FROM event")
