/// The alleles one sample shows at one record, in the order the file gives them.
public struct Genotype: Sendable, Hashable {
  /// Allele numbers, 0 for REF and 1 for the first ALT; nil for a missing `.`.
  public var alleles: [Int?]
  /// Whether every separator is `|`; true for a haploid genotype, which has none.
  public var isPhased: Bool

  /// A genotype of any ploidy.
  public init(alleles: [Int?], isPhased: Bool) {
    self.alleles = alleles
    self.isPhased = isPhased
  }

  /// Whether no allele was called.
  public var isMissing: Bool { alleles.allSatisfy { $0 == nil } }
}

extension Genotype: CustomStringConvertible {
  /// The VCF spelling: `0|1`, `./.`, `1`; `.` for a genotype without alleles.
  public var description: String {
    guard !alleles.isEmpty else { return "." }
    return alleles.map { $0.map(String.init) ?? "." }.joined(separator: isPhased ? "|" : "/")
  }
}
