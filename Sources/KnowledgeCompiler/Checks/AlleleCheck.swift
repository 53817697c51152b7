internal import Knowledge

/// Checks that a gene's haplotypes can be told apart and that the reference one is complete.
enum AlleleCheck {
  static func run(_ source: GeneSource) {
    checkReference(source)
    checkIdentical(source)
    let names = Set(source.gene.alleles.map(\.name))
    for (allele, line) in zip(source.gene.alleles, source.alleleLines) {
      guard let parent = allele.reportedAs, !names.contains(parent) else { continue }
      source.file.error(
        line, "allele '\(allele.name)' is reported as an allele the gene does not have",
        found: parent, remedy: "name an allele of the gene")
    }
  }

  private static func checkReference(_ source: GeneSource) {
    let gene = source.gene
    guard !gene.positions.isEmpty, gene.calling.method != .outsideOnly else { return }
    guard let reference = gene.alleles.first, let line = source.alleleLines.first else {
      source.file.error(
        source.positionLines.first ?? 0, "the gene has positions but no alleles",
        remedy: "add the reference haplotype and the others")
      return
    }
    let named = Set(reference.cells.map(\.position))
    for (index, position) in gene.positions.enumerated()
    where position.role == .defining && !named.contains(index) {
      source.file.error(
        line, "the reference haplotype '\(reference.name)' lacks a cell", found: position.id,
        remedy: "name its allele there, or give the position a role")
    }
  }

  private static func checkIdentical(_ source: GeneSource) {
    var first: [[NamedAllele.Cell]: String] = [:]
    for (allele, line) in zip(source.gene.alleles, source.alleleLines) where !allele.cells.isEmpty {
      guard allele.reportedAs == nil else { continue }
      if let other = first[allele.cells] {
        source.file.error(
          line, "allele '\(allele.name)' has the same cells as '\(other)'",
          remedy: "correct one of them, or give it 'reportedAs'")
      } else {
        first[allele.cells] = allele.name
      }
    }
  }
}
