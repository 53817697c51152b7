/// A human reference genome that variants are placed on.
public enum Assembly: String, Sendable, Hashable, CaseIterable, Codable {
  /// GRCh37, also called hg19 and b37.
  case grch37 = "GRCh37"
  /// GRCh38, also called hg38.
  case grch38 = "GRCh38"
}

extension Assembly: CustomStringConvertible {
  /// The name as the Genome Reference Consortium spells it.
  public var description: String { rawValue }
}
