/// A sequence that an assembly holds beside its chromosomes, such as an alternate locus.
public struct AlternateSequence: Sendable, Hashable {
  /// Its accession with the version, as in `KI270879.1`.
  public let accession: String
  /// Other names that files give it, such as its RefSeq accession.
  public let otherNames: [String]
  /// Its length in bases.
  public let length: Int

  /// Makes a sequence.
  public init(accession: String, otherNames: [String] = [], length: Int) {
    self.accession = accession
    self.otherNames = otherNames
    self.length = length
  }

  /// Whether a file's name for a contig is a usual spelling of this sequence.
  ///
  /// For `KI270879.1` these are `KI270879.1`, `KI270879v1`, `KI270879v1_alt` and the same behind the
  /// name of a chromosome, as in UCSC's `chr22_KI270879v1_alt`. Ensembl writes `CHR_` before the other
  /// names. Upper and lower case are alike.
  public func isNamed(_ name: some StringProtocol) -> Bool {
    var text = Substring(name.lowercased())
    if text.hasSuffix("_alt") { text = text.dropLast(4) }
    return spellings.contains { spelling in
      guard text.hasSuffix(spelling) else { return false }
      return Self.isChromosome(text.dropLast(spelling.count))
    }
  }

  /// The names without what stands before or behind them, in lower case.
  private var spellings: [String] {
    let dotted = accession.lowercased()
    return [dotted, dotted.split(separator: ".").joined(separator: "v")]
      + otherNames.map { $0.lowercased() }
  }

  /// Whether a text is empty, `chr_`, or the name of a chromosome and an underscore.
  private static func isChromosome(_ text: Substring) -> Bool {
    guard text.hasSuffix("_") else { return text.isEmpty }
    let name = text.dropLast()
    return name == "chr" || Contig(name: name) != nil
  }
}
