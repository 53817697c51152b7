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

/// Calling rules with positions' names in place of their indices.
struct PlacedCalling {
  let rules: CallingRules
  let positions: [DefiningPosition]

  /// The names of positions.
  func ids(_ indices: [Int]) -> String {
    indices.map { positions[$0].id }.joined(separator: ", ")
  }

  /// The haplotype read off each allele of the fallback position.
  var fallback: String? {
    rules.fallback.map { fallback in
      let position = positions[fallback.position]
      let pairs = zip(position.alleles, fallback.haplotypes).map { "\($0) means \($1)" }
      return "\(position.id): \(pairs.joined(separator: ", "))"
    }
  }

  /// The pair and the haplotypes it names.
  var linkedPair: String? {
    rules.linkedPair.map { pair in
      "\(positions[pair.causal].id) with \(positions[pair.tag].id): \(pair.both); "
        + "alone: \(pair.causalOnly)"
    }
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
