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
