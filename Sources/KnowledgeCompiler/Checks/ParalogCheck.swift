internal import Genome
internal import Knowledge

/// Checks the facts of a paralog against its sequences and against the gene.
struct ParalogCheck {
  let genes: [String: Gene]

  func run(_ entry: Located<ParalogFacts>) {
    let facts = entry.value
    guard let gene = genes[facts.gene] else {
      return entry.error(
        "paralog facts are of a gene that has no file", found: facts.gene,
        remedy: "add the gene or remove the folder")
    }
    if gene.contig != facts.contig {
      entry.error(
        "the paralog's contig is not the gene's", found: facts.contig.name, remedy: "correct it")
    }
    checkSequences(entry)
    for position in gene.positions where facts.geneSequence.covers(position.grch38.position.value) {
      let reference = position.alleles.first ?? ""
      let found = facts.geneSequence.text(
        at: position.grch38.position.value, length: reference.utf8.count)
      if found != reference {
        entry.error(
          "the gene's sequence is not the reference at \(position.id)", found: found ?? "nothing",
          remedy: "import the sequence again")
      }
    }
    let known = Set(gene.alleles.map(\.name))
    if !known.contains(facts.deletion) {
      entry.error(
        "the deletion is no allele of \(gene.symbol)", found: facts.deletion,
        remedy: "name an allele of the gene")
    }
    for hybrid in facts.hybrids {
      for backbone in hybrid.backbones where !known.contains(backbone) {
        entry.error(
          "a hybrid's backbone is no allele of \(gene.symbol)", found: backbone,
          remedy: "name an allele of the gene")
      }
      for variant in hybrid.variants
      where facts.geneSequence.text(at: variant.position, length: 1) != variant.reference {
        entry.error(
          "a hybrid's variant does not start from the reference base", found: variant.reference,
          remedy: "correct position or base")
      }
    }
    if facts.differences.isEmpty {
      entry.error("no differing base is listed", remedy: "import them again")
    }
    for assembly in Assembly.allCases where facts.readRegions[assembly, default: []].isEmpty {
      entry.error(
        "no region is given to read from", found: assembly.rawValue, remedy: "add it")
    }
  }

  private func checkSequences(_ entry: Located<ParalogFacts>) {
    let facts = entry.value
    let lengths = facts.laid.lengths
    if !facts.geneSequence.covers(facts.laid.geneStart + lengths.gene - 1)
      || !facts.geneSequence.covers(facts.laid.geneStart)
      || !facts.paralogSequence.covers(facts.laid.paralogStart)
      || !facts.paralogSequence.covers(facts.laid.paralogStart + lengths.paralog - 1)
    {
      entry.error(
        "'laid' leaves the sequences", found: "\(lengths.paralog) on \(lengths.gene) bases",
        remedy: "import it again")
    }
    for base in facts.differences
    where facts.geneSequence.text(at: base.position, length: 1) != base.gene
      || facts.paralogSequence.text(at: base.paralogPosition, length: 1) != base.paralog
      || base.gene == base.paralog
    {
      entry.error(
        "a differing base is not that of the sequences", found: "\(base.position)",
        remedy: "import it again")
    }
  }
}

extension SequenceContext {
  /// Whether a 1-based coordinate lies within.
  fileprivate func covers(_ position: Int) -> Bool {
    position >= start.value && position < start.value + bases.utf8.count
  }

  /// The bases from a 1-based coordinate on; nil if they leave the stretch.
  fileprivate func text(at position: Int, length: Int) -> String? {
    guard covers(position), length == 0 || covers(position + length - 1) else { return nil }
    let utf8 = bases.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: position - start.value)
    return String(bases[from..<utf8.index(from, offsetBy: length)])
  }
}
