"""Databases for the crash table."""

from __future__ import annotations

from tests.store.conftest import on_postgres, postgres, postgres_database

__all__ = ["on_postgres", "postgres", "postgres_database"]
