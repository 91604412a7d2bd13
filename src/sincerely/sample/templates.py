"""The sample's files as they are read: people, mails and the private calendar, with their dates still open."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formataddr, parseaddr
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

SENT: Final = "robin"  # what this person wrote, whatever with, goes to the Sent folder; everything else was received
_LOCALES: Final = {"ny": "us", "chicago": "us", "london": "uk", "berlin": "de"}


class TemplateError(ValueError):
    """A file of the sample is not what it has to be."""


@dataclass(frozen=True)
class Person:
    """Somebody, or some machine, that writes mail.

    Attributes:
        name: the display name; empty for a bare address.
        address: the mail address.
        program: the mail program that they write with (see `programs`).
        place: whose clock they live by.
        locale: how their program writes dates: us, uk or de.
        sign: their signature, empty for none.
        reply_to: where answers to a relay go, if elsewhere.
    """

    name: str
    address: str
    program: str = "gmail"
    place: str = "ny"
    locale: str = "us"
    sign: str = ""
    reply_to: str = ""

    @property
    def domain(self) -> str:
        """The part after the @."""
        return self.address.rpartition("@")[2]

    def __str__(self) -> str:
        """As it stands in a quote: ``Dana Whitlock <dana@…>``."""
        return f"{self.name} <{self.address}>" if self.name else self.address


@dataclass(frozen=True)
class Template:
    """One mail before its dates are known.

    Attributes:
        name: the file's name without its ending, e.g. ``larkspur-03``.
        fields: what its head says, names in lower case (From, To, Subject, Date, Place, As, Answers, …).
        body: the text; each line is a paragraph, the mail program wraps it.
    """

    name: str
    fields: Mapping[str, str]
    body: str

    def __getitem__(self, name: str) -> str:
        """Return a field.

        Raises:
            TemplateError: the file does not have it.
        """
        try:
            return self.fields[name]
        except KeyError:
            raise TemplateError(f"{self.name}: the field {name!r} is missing") from None

    def get(self, name: str) -> str:
        """Return a field, or nothing."""
        return self.fields.get(name, "")

    @property
    def sent(self) -> bool:
        """Whether the candidate wrote it."""
        return self["from"].partition("-")[0] == SENT


@dataclass(frozen=True)
class Cast:
    """Everybody who occurs, by the short name that the templates use."""

    people: Mapping[str, Person] = field(default_factory=dict)

    def person(self, key: str) -> Person:
        """Return a person by short name, or made of a full address.

        Raises:
            TemplateError: neither.
        """
        if key in self.people:
            return self.people[key]
        name, address = parseaddr(key)
        if "@" not in address:
            raise TemplateError(f"nobody is called {key!r}")
        return Person(name, address)

    def persons(self, keys: str) -> tuple[Person, ...]:
        """Return the people of a list with commas."""
        return tuple(self.person(key.strip()) for key in keys.split(",") if key.strip())


def header(person: Person) -> str:
    """Return a person as an address of a mail's head (ASCII names only; others are encoded elsewhere)."""
    return formataddr((person.name, person.address))


def parse(name: str, text: str) -> Template:
    """Read one template: a head of ``Name: value`` lines, an empty line, the body."""
    head, _, body = text.partition("\n\n")
    fields = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise TemplateError(f"{name}: {line!r} is no field")
        fields[key.strip().lower()] = value.strip()
    return Template(name, fields, body.strip("\n"))


def templates() -> Iterator[Template]:
    """Read every mail of the sample, by name."""
    for file in sorted(_folder().joinpath("mails").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".eml"):
            yield parse(file.name.removesuffix(".eml"), file.read_text("utf-8"))


def cast() -> Cast:
    """Read the people of the sample."""
    table = tomllib.loads(_folder().joinpath("people.toml").read_text("utf-8"))
    return Cast({key: _person(row) for key, row in table.items()})


def private_calendar() -> str:
    """Read the candidate's own calendar entries, their dates still open."""
    return _folder().joinpath("private.ics").read_text("utf-8")


def _person(row: Mapping[str, str]) -> Person:
    place = row.get("place", "ny")
    return Person(
        name=row["name"],
        address=row["address"],
        program=row.get("program", "gmail"),
        place=place,
        locale=row.get("locale", _LOCALES[place]),
        sign=row.get("sign", "").strip("\n"),
        reply_to=row.get("reply_to", ""),
    )


def _folder() -> Traversable:
    return files("sincerely.sample")
