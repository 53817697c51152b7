"""Writes drug and reading files in the house's style: one item on one line where it fits."""

import re

PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9 _./()'+&%-]*$")
RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
WIDTH = 100


def scalar(value):
    """One value, quoted only where YAML would read it as something else."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return f"{value:g}" if float(value) != int(value) else str(int(value))
    text = str(value)
    if PLAIN.match(text) and text.lower() not in RESERVED and not text.endswith(" "):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value):
    """A list or map on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def field(indent, key, value):
    """`key: value` at an indent; a list too long for one line is wrapped, a map gets a line a key."""
    key = scalar(key)
    line = f"{indent}{key}: {flow(value)}"
    if len(line) > WIDTH and isinstance(value, dict):
        return [f"{indent}{key}:"] + [
            text for name, item in value.items() for text in field(indent + "  ", name, item)]
    if len(line) <= WIDTH or not isinstance(value, (list, tuple)):
        return [line]
    lines = [f"{indent}{key}:"]
    current = f"{indent}  ["
    for index, item in enumerate(value):
        piece = flow(item) + ("," if index + 1 < len(value) else "]")
        if len(current) + len(piece) + 1 > WIDTH and not current.endswith("["):
            lines.append(current)
            current = f"{indent}   {piece}"
        else:
            current += piece if current.endswith("[") else " " + piece
    return lines + [current]


def block(indent, dash, pairs):
    """A list item: the first field after `- `, the others below it."""
    lines = []
    for key, value in pairs:
        lead = indent + ("  " if lines or not dash else "- ")
        written = field(indent + "  ", key, value)
        if not lines and dash:
            written[0] = lead + written[0][len(indent) + 2:]
        lines += written
    return lines


def drug_text(drug):
    """The text of one `drugs/<drug>.yaml`."""
    lines = []
    for key in ("drug", "name", "kind", "rxnorm", "atc", "brands", "synonyms", "ingredients"):
        if drug.get(key):
            lines += field("", key, drug[key])
    if drug["evidence"]:
        lines += ["evidence:"] + [f"  - {flow(entry)}" for entry in drug["evidence"]]
    lines.append("guidelines:")
    for guideline in drug["guidelines"]:
        plain = [(k, v) for k, v in guideline.items()
                 if k == "genes" or k != "rules" and v not in (None, "", [], {})]
        lines += block("  ", True, plain)
        if not guideline["rules"]:
            lines.append("    rules: []")
            continue
        lines.append("    rules:")
        for rule in guideline["rules"]:
            lines += block("      ", True, list(rule.items()))
    return "\n".join(lines) + "\n"
