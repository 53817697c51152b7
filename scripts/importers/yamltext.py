"""Reads and writes the YAML subset the knowledge base uses: one line for each entry."""

import re
from pathlib import Path

PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./()+-]|[ ](?=[A-Za-z0-9(]))*")
# Words YAML 1.1 readers take for booleans or null.
RESERVED = {"y", "n", "yes", "no", "true", "false", "on", "off", "null"}


def load(path: Path):
    """The contents of a hand-written YAML file; an empty mapping if there is none."""
    try:
        import yaml
    except ImportError:
        raise SystemExit(
            "The import needs PyYAML to read the hand-written files of the knowledge base. "
            "Install it with 'apt-get install python3-yaml' or 'pip install pyyaml'."
        )
    if not path.exists():
        return {}
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise SystemExit(f"{path}: not readable as YAML: {error}")


def scalar(value) -> str:
    """A value on one line, quoted only if it has to be."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value) -> str:
    """A value in flow style, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def comment(text: str, indent: str = "") -> list[str]:
    """Comment lines of at most 100 columns."""
    lines, line = [], ""
    for word in text.split():
        if line and len(indent) + 3 + len(line) + len(word) > 100:
            lines.append(f"{indent}# {line}")
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [f"{indent}# {line}"]
