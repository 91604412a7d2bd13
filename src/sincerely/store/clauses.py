"""Clauses that the two databases spell differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import FunctionElement


class OneOf(FunctionElement[Any]):
    """Whether a column is among the texts of a JSON list: ``OneOf(column, listed)``.

    Not declared as a Boolean: SQLite would be asked whether it "= 1", and then uses no index.
    """

    inherit_cache = True


class PairOf(FunctionElement[Any]):
    """Whether two columns are among the pairs of texts of a JSON list of lists: ``PairOf(one, other, listed)``."""

    inherit_cache = True


class Holds(FunctionElement[Any]):
    """Whether a text holds what a LIKE pattern stands for, whatever its case: ``Holds(text, pattern)``.

    "!" escapes. SQLite's LIKE folds the case of A to Z, PostgreSQL's ILIKE that of every letter.
    """

    inherit_cache = True


@compiles(Holds, "sqlite")
def _(element: Holds, compiler: SQLCompiler, **options: Any) -> str:
    text, pattern = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{text} LIKE {pattern} ESCAPE '!'"


@compiles(Holds, "postgresql")
def _(element: Holds, compiler: SQLCompiler, **options: Any) -> str:
    text, pattern = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{text} ILIKE {pattern} ESCAPE '!'"


@compiles(OneOf, "sqlite")
def _(element: OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, listed = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({listed}))"  # noqa: S608  (the compiler's own text: a parameter)


@compiles(OneOf, "postgresql")
def _(element: OneOf, compiler: SQLCompiler, **options: Any) -> str:
    # As an array, and not as a subquery: that is what an index is searched with.
    column, listed = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY (ARRAY(SELECT json_array_elements_text(CAST({listed} AS json))))"


@compiles(PairOf, "sqlite")
def _(element: PairOf, compiler: SQLCompiler, **options: Any) -> str:
    one, other, listed = (compiler.process(clause, **options) for clause in element.clauses)
    pairs = f"SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each({listed})"  # noqa: S608  (likewise)
    return f"({one}, {other}) IN ({pairs})"


@compiles(PairOf, "postgresql")
def _(element: PairOf, compiler: SQLCompiler, **options: Any) -> str:
    one, other, listed = (compiler.process(clause, **options) for clause in element.clauses)
    pairs = f"SELECT pair ->> 0, pair ->> 1 FROM json_array_elements(CAST({listed} AS json)) AS pair"  # noqa: S608  (likewise)
    return f"({one}, {other}) IN ({pairs})"
