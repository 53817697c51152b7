"""The tables of the knowledge base: a comment, the column names, then one line for each row."""

import re

IMPORTED = "# Written by scripts/import-knowledge from {}. Don't edit."
BY_HAND = "# By hand; an import never touches it."


def read(path):
    """The rows as dictionaries, cells that hold several values still joined."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    found = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise SystemExit(f"{path}: more cells than columns: {line}")
        found.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)))))
    return found


def several(cell):
    """The values of a cell."""
    return [value for value in cell.split("|") if value]


def write(path, sources, columns, rows):
    """Writes a table; lists are joined by `|`."""
    lines = [IMPORTED.format(sources), "\t".join(columns)]
    for row in rows:
        cells = ["|".join(cell) if isinstance(cell, list) else str(cell)
                 for cell in (row[column] for column in columns)]
        if any(re.search(r"[\t\n]", cell) for cell in cells):
            raise ValueError(f"{path}: a cell holds a tab or a line end: {cells}")
        lines.append("\t".join(cells))
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
