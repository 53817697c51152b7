internal import Knowledge

/// Checks the order of a gene's positions and that they lie on a contig.
enum PositionCheck {
  static func run(_ source: GeneSource) {
    let gene = source.gene
    if gene.contig == nil, let line = source.positionLines.first {
      source.file.error(line, "the gene has positions but no contig", remedy: "add 'contig'")
    }
    for (index, position) in gene.positions.enumerated().dropFirst()
    where position.grch38.position < gene.positions[index - 1].grch38.position {
      source.file.error(
        source.positionLines[index], "the positions are not sorted by GRCh38 coordinate",
        found: position.id, remedy: "move it before '\(gene.positions[index - 1].id)'")
    }
  }
}
