"""PostgreSQL itself says no: to another tenant's rows, to changed events, and to roles that it could not bind."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from sincerely.store.base import NewerStore, StoreError
from sincerely.store.opening import open_store
from sincerely.store.postgres_opening import migrate_postgres
from sincerely.store.revisions import HEAD
from sincerely.store.tables import metadata

from .every_table import fill
from .judges import judge
from .postgres import APPLICATION, OWNER, PASSWORD, Postgres

pytestmark = pytest.mark.slow
ALICE, BOB = "alice", "bob"


@pytest.fixture(scope="module")
def filled(postgres: Postgres) -> Iterator[str]:
    """A database in which Alice's and Bob's agencies each have rows in every table; nobody is to change a thing."""
    name = postgres.database()
    for tenant in (ALICE, BOB):
        store = open_store(postgres.url(name), tenant, "robin", judge)
        fill(store)
        store.close()
    yield name
    postgres.give_back(name)


@pytest.fixture
def application(postgres: Postgres, filled: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(postgres.url(filled), autocommit=True) as connection:
        yield connection


def as_tenant(connection: psycopg.Connection, tenant: str) -> None:
    connection.execute("SELECT set_config('sincerely.tenant', %s, false)", [tenant])


def tenants_seen(connection: psycopg.Connection, table: str) -> set[str]:
    query = psycopg.sql.SQL("SELECT tenant FROM {}").format(psycopg.sql.Identifier(table))
    return {row[0] for row in connection.execute(query)}


each_table = pytest.mark.parametrize("table", sorted(metadata.tables))


@each_table
def test_the_application_sees_one_tenant(application: psycopg.Connection, table: str) -> None:
    assert tenants_seen(application, table) == set()
    as_tenant(application, ALICE)
    assert tenants_seen(application, table) == {ALICE}
    as_tenant(application, "charlie")
    assert tenants_seen(application, table) == set()


@each_table
def test_the_owner_is_bound_too(postgres: Postgres, filled: str, table: str) -> None:
    with psycopg.connect(postgres.url(filled, OWNER)) as connection:
        seen = tenants_seen(connection, table)
        # But for when processes wake: that is what the worker's function may know.
        assert seen == (set() if table != "process" else {ALICE, BOB})


@each_table
def test_a_superuser_sees_everything(postgres: Postgres, filled: str, table: str) -> None:
    """That is why no test of ours connects as one: it would prove nothing."""
    with psycopg.connect(postgres.url(filled, "postgres")) as connection:
        assert tenants_seen(connection, table) == {ALICE, BOB}


def test_nobody_writes_another_tenants_rows(application: psycopg.Connection) -> None:
    as_tenant(application, ALICE)
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        application.execute("INSERT INTO setting VALUES ('bob', 'robin', 'profile2', '1')")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        application.execute("UPDATE setting SET tenant = 'bob'")
    assert application.execute("UPDATE setting SET value = '2' WHERE tenant = 'bob'").rowcount == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET confidence = 0",
        "DELETE FROM event",
        "DELETE FROM process",
        "TRUNCATE setting",
        "DELETE FROM source_message",
        "UPDATE draft SET body = 'another'",
        "DELETE FROM draft",
        "UPDATE outgoing SET body = 'another'",
        "UPDATE outgoing SET digest = '0'",
        "UPDATE outgoing SET message_id = '<b@x.example>'",
        "DELETE FROM outgoing",
        "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_tenant ON event",
        "CREATE TABLE mine (id integer)",
    ],
)
def test_the_application_has_no_right_to(application: psycopg.Connection, statement: str) -> None:
    as_tenant(application, ALICE)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        application.execute(statement)


def test_the_tenant_ends_with_the_transaction(postgres: Postgres, filled: str) -> None:
    """A pooled connection must not carry one tenant's right over to the next."""
    store = open_store(postgres.url(filled), ALICE, "robin", judge)
    assert store.counts()["events"] == 3
    pool = store._database.engine  # type: ignore[attr-defined]  # PostgreSQL's has one
    with pool.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar() == 0
    store.close()


@pytest.mark.parametrize(("role", "what"), [("postgres", "may bypass row-level security"), (OWNER, "owns the tables")])
def test_roles_that_row_level_security_does_not_bind_are_refused(
    postgres: Postgres, postgres_database: str, role: str, what: str
) -> None:
    with pytest.raises(StoreError, match=f'the role "{role}" {what}.*connect as a role that is NOSUPERUSER'):
        open_store(postgres.url(postgres_database, role), "home", "robin", judge)
    with pytest.raises(StoreError, match=f'the role "{role}"'):
        migrate_postgres(postgres.url(postgres_database, OWNER), role)


def test_a_role_that_bypasses_is_refused(postgres: Postgres, postgres_database: str) -> None:
    postgres.execute(f"CREATE ROLE sneaky LOGIN BYPASSRLS PASSWORD '{PASSWORD}'")
    try:
        with pytest.raises(StoreError, match="may bypass row-level security"):
            open_store(postgres.url(postgres_database, "sneaky"), "home", "robin", judge)
    finally:
        postgres.execute("DROP ROLE sneaky")


def test_tables_are_made_by_their_owner(postgres: Postgres) -> None:
    name = postgres.empty_database()
    with pytest.raises(StoreError, match="the tables are missing; run the migration as the tables' owner"):
        open_store(postgres.url(name), "home", "robin", judge)
    with pytest.raises(StoreError, match='no role "nobody_there"; make it with CREATE ROLE'):
        migrate_postgres(postgres.url(name, OWNER), "nobody_there")
    with pytest.raises(StoreError, match="the tables are missing"):
        open_store(postgres.url(name), "home", "robin", judge)
    for _ in range(2):
        migrate_postgres(postgres.url(name, OWNER), APPLICATION)
    store = open_store(postgres.url(name), "home", "robin", judge)
    assert store.summaries() == []
    store.close()
    postgres.drop(name)


@pytest.mark.parametrize(("revision", "error"), [("9731", NewerStore), ("0000", NewerStore)])
def test_a_newer_database_is_left_alone(
    postgres: Postgres, postgres_database: str, revision: str, error: type[StoreError]
) -> None:
    postgres.execute(f"UPDATE alembic_version SET version_num = '{revision}'", postgres_database, OWNER)
    with pytest.raises(error, match=f"revision {revision}, this version knows {HEAD}"):
        open_store(postgres.url(postgres_database), "home", "robin", judge)
    with pytest.raises(error, match="update Sincerely"):
        migrate_postgres(postgres.url(postgres_database, OWNER), APPLICATION)
