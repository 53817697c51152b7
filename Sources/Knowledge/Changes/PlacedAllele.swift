/// A haplotype with its positions' names in place of their indices, so that editions compare.
struct PlacedAllele {
  let allele: NamedAllele
  let positions: [DefiningPosition]

  /// The alleles it requires, by position.
  var cells: [(label: String, text: String)] {
    allele.cells.map { cell in
      let position = positions[cell.position]
      let accepted = position.alleles.indices.filter { cell.accepted >> UInt16($0) & 1 == 1 }
      return (position.id, accepted.map { position.alleles[$0] }.joined(separator: "/"))
    }
  }

  /// Its function, activity and cells.
  var summary: String {
    ([allele.function, allele.activity.map { "activity \($0)" }].compactMap { $0 }
      + cells.map { "\($0.label)=\($0.text)" }).joined(separator: ", ")
  }
}

extension Gene {
  /// The haplotypes with the positions they are about.
  var placedAlleles: [PlacedAllele] {
    alleles.map { PlacedAllele(allele: $0, positions: positions) }
  }

  /// The calling rules with the positions they are about.
  var placedCalling: PlacedCalling { PlacedCalling(rules: calling, positions: positions) }
}
