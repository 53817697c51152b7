"""Reads what the samples need from knowledgebase/genes: positions and the alleles on them."""
import os
import re
from dataclasses import dataclass, field


@dataclass
class Position:
    id: str
    alleles: list
    grch38: int
    grch37: int
    grch37_reference: int = 0
    context: tuple = None  # (start on GRCh38, bases)

    def place(self, assembly):
        """1-based coordinate on an assembly."""
        return self.grch38 if assembly == "GRCh38" else self.grch37

    def reference(self, assembly):
        """The assembly's own allele."""
        return self.alleles[0 if assembly == "GRCh38" else self.grch37_reference]


@dataclass
class Gene:
    symbol: str
    contig: str = None
    positions: list = field(default_factory=list)
    alleles: dict = field(default_factory=dict)  # name -> {position id: bases}

    def position(self, id):
        return next(p for p in self.positions if p.id == id)

    def haplotype(self, names):
        """The bases at every position of a chromosome that carries the named alleles.

        Where a definition accepts several bases the first that is the reference's is taken.
        """
        bases = {p.id: p.alleles[0] for p in self.positions}
        for name in [names] if isinstance(names, str) else names:
            for id, wanted in self.alleles[name].items():
                options = wanted.split("/")
                bases[id] = bases[id] if bases[id] in options else options[0]
        return bases


def flow(text):
    """The value of a YAML flow mapping or list such as `{id: rs1, alleles: [C, T]}`."""
    tokens = re.findall(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^{}\[\],"]+', text)
    at = 0

    def scalar(token):
        token = token.strip()
        if token.startswith('"'):
            return token[1:-1].replace('\\"', '"')
        return int(token) if re.fullmatch(r"\d+", token) else token

    def value():
        nonlocal at
        token = tokens[at]
        at += 1
        if token == "[":
            items = []
            while tokens[at].strip() != "]":
                if tokens[at] == "," or not tokens[at].strip():
                    at += 1
                else:
                    items.append(value())
            at += 1
            return items
        if token == "{":
            found, key = {}, None
            while tokens[at] != "}":
                piece = tokens[at]
                if piece == "," or not piece.strip():
                    at += 1
                elif key is None and piece.startswith('"'):
                    key, at = scalar(piece), at + 1
                elif piece.strip() == ":":
                    at += 1
                elif key is None and ":" in piece:
                    name, _, rest = piece.partition(":")
                    at += 1
                    if rest.strip():
                        found[name.strip()] = scalar(rest)
                    else:
                        key = name.strip()
                else:
                    if piece.lstrip().startswith(":"):
                        tokens[at] = piece.lstrip()[1:]
                    found[key], key = value(), None
            at += 1
            return found
        return scalar(token)

    return value()


def entries(path):
    """(section, item) for each flow item of a file and (key, text) for each plain line."""
    section, pending = None, ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if pending or line.startswith("  - {"):
                pending += line.strip().removeprefix("- ") if not pending else " " + line.strip()
                if pending.count("{") == pending.count("}"):
                    yield section, flow(pending)
                    pending = ""
            elif re.match(r"\w+:", line):
                section, _, text = line.partition(":")
                text = text.split(" #")[0].strip()
                if text:
                    yield section, text


def read_genes(folder):
    """Every gene that has positions, by symbol."""
    genes = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".yaml"):
            continue
        gene = Gene(name.removesuffix(".yaml"))
        for section, item in entries(os.path.join(folder, name)):
            if section == "contig":
                gene.contig = item
            elif item == "[]":
                continue
            elif section == "positions":
                context = item.get("context")
                gene.positions.append(Position(
                    item["id"], [str(a) for a in item["alleles"]], item["grch38"], item["grch37"],
                    item.get("grch37Reference", 0), context and (context["start"], context["bases"])))
            elif section == "alleles" and "cells" in item:
                gene.alleles[item["name"]] = item["cells"]
        if gene.positions:
            genes[gene.symbol] = gene
    return genes
