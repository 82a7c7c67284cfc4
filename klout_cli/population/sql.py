"""The operations of a formula over SQL: every value is the text of an expression.

Results of operations become columns of nested SELECTs, so that an operand is written once however
often it is used. Unknown is NULL.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from klout_cli.results.plain import encode_json

Value: TypeAlias = Any
"""An `Sql` or a number."""


def literal(value: float) -> str:
    """Return a number as SQL; without an exponent, 0.5 would be a DECIMAL."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if value != value:
        return "CAST(NULL AS DOUBLE)"
    number = repr(float(value))
    return number if "e" in number else f"{number}e0"


def text(value: str) -> str:
    """Return a text as SQL; engines disagree about quotes inside quotes."""
    pieces = ", chr(39), ".join(f"'{piece}'" for piece in value.split("'"))
    return f"concat({pieces})" if "'" in value else pieces


def quoted(path: Path) -> str:
    """Return a path as DuckDB writes it."""
    return "'" + str(path).replace("'", "''") + "'"


def alias_columns(columns: Mapping[str, object]) -> str:
    """Return expressions with their names, for SELECT."""
    return ", ".join(f"{value} AS {name}" for name, value in columns.items())


def write_lines(file: Path, fields: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows as JSON lines, which every engine reads."""
    names = list(fields)
    with file.open("wb") as lines:
        for row in rows:
            lines.write(encode_json(dict(zip(names, row, strict=True))) + b"\n")


def _binary(sign: str, *, reverse: bool = False) -> Callable[["Sql", Value], "Sql"]:
    def operate(self: "Sql", other: Value) -> "Sql":
        left, right = (_sql(other), self) if reverse else (self, _sql(other))
        return Sql(f"({left} {sign} {right})", max(left.depth, right.depth))

    return operate


class Sql:
    """An expression; `depth` is that of the deepest column in it, 0 for a table's own."""

    __slots__ = ("depth", "text")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, text: str, depth: int = 0) -> None:
        self.text = text
        self.depth = depth

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        raise TypeError(f"only a row makes this true or false: {self}")

    def __pow__(self, exponent: float) -> "Sql":
        return Sql(f"pow({self}, {literal(exponent)})", self.depth)

    __add__, __radd__ = _binary("+"), _binary("+", reverse=True)
    __sub__, __rsub__ = _binary("-"), _binary("-", reverse=True)
    __mul__, __rmul__ = _binary("*"), _binary("*", reverse=True)
    __truediv__, __rtruediv__ = _binary("/"), _binary("/", reverse=True)
    __and__, __rand__ = _binary("AND"), _binary("AND", reverse=True)
    __lt__, __le__, __gt__, __ge__ = map(_binary, ("<", "<=", ">", ">="))
    __or__ = _binary("OR")
    __eq__ = _binary("=")  # type: ignore[assignment]


def _sql(value: Any) -> Sql:
    return value if isinstance(value, Sql) else Sql(literal(value))


class SqlOperations:
    """Operations over the columns of one table, for one SELECT."""

    def __init__(self) -> None:
        self._columns: defaultdict[int, dict[str, str]] = defaultdict(dict)

    def log10(self, x: Value) -> Sql:
        """Return the decimal logarithm; x > 0."""
        return self._call("log10({})", x)

    def exp10(self, x: Value) -> Sql:
        """Return 10 to the power of x."""
        return self._call("pow(1e1, {})", x)

    def sqrt(self, x: Value) -> Sql:
        """Return the square root; x is not negative."""
        return self._call("sqrt({})", x)

    def clip(self, x: Value, low: float, high: float) -> Sql:
        """Return x within [low, high]; NULL stays NULL."""
        x = self._named(_sql(x))
        bounds = [f"WHEN {x} < {literal(low)} THEN {literal(low)}"]
        if high != float("inf"):
            bounds.append(f"WHEN {x} > {literal(high)} THEN {literal(high)}")
        return self._named(Sql(f"CASE {' '.join(bounds)} ELSE {x} END", x.depth))

    def where(self, condition: Value, then: Value, otherwise: Value) -> Sql:
        """Return `then` where the condition holds, else (also where it is NULL) `otherwise`."""
        return self._call("CASE WHEN {} THEN {} ELSE {} END", condition, then, otherwise)

    def known(self, x: Value) -> Sql:
        """Return whether x is not NULL."""
        return self._call("({} IS NOT NULL)", x)

    def or_else(self, x: Value, default: float) -> Sql:
        """Return x, and the default for NULL."""
        return self._call("COALESCE({}, {})", x, default)

    def select(self, table: str, columns: Mapping[str, Value]) -> str:
        """Return a SELECT of named expressions over a table or a subquery in brackets."""
        for _, names in sorted(self._columns.items()):
            steps = ", ".join(f"{expression} AS {name}" for expression, name in names.items())
            table = f"(SELECT *, {steps} FROM {table})"
        columns = {
            name: value if isinstance(value, str) else _sql(value)
            for name, value in columns.items()
        }
        return f"SELECT {alias_columns(columns)} FROM {table}"

    def _call(self, template: str, *operands: Value) -> Sql:
        values = list(map(_sql, operands))
        depth = max(value.depth for value in values)
        return self._named(Sql(template.format(*values), depth))

    def _named(self, x: Sql) -> Sql:
        """Return x as a column, the same one for the same text."""
        if x.text.isidentifier():
            return x
        names = self._columns[x.depth]
        return Sql(names.setdefault(x.text, f"step_{x.depth}_{len(names) + 1}"), x.depth + 1)
