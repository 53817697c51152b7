/// A look-up value of a gene as a source's table has it.
enum LookupValue: Hashable, Sendable {
  /// A phenotype, a score or a watched allele.
  case text(String)
  /// A diplotype, its alleles sorted.
  case alleles([String])

  /// Reads a value of JSON: a text, or a count for each allele.
  init?(_ value: Any) {
    if let counts = value as? [String: Double] {
      self = .alleles(
        counts.flatMap { name, count in Array(repeating: name, count: Int(count)) }.sorted())
    } else if let text = value as? String {
      self = .text(text)
    } else {
      return nil
    }
  }
}

extension LookupValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .text(let text): text
    case .alleles(let alleles): alleles.joined(separator: "/")
    }
  }
}
