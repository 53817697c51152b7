/// Why a file of variants, regions, reads or bases could not be read or written.
///
/// The description says where, what was wrong, what was found and what to do about it, in one
/// sentence without a full stop. It holds no genotypes; sample names only where one was asked for
/// or is repeated.
public struct GenomeFileError: Error, Sendable, Hashable {
  /// What was wrong.
  public let kind: Kind
  /// The path as given, `-` for standard input.
  public let path: String
  /// The 1-based number of the record, as far as known.
  public let record: Int?
  /// The 1-based number of the line, for files without records.
  public let line: Int?
  /// The place in the genome as the file spells it: `chr10:94781859`.
  public let locus: String?

  /// An error at a place in a file.
  public init(
    _ kind: Kind, path: String, record: Int? = nil, line: Int? = nil, locus: String? = nil
  ) {
    self.kind = kind
    self.path = path
    self.record = record
    self.line = line
    self.locus = locus
  }
}

extension GenomeFileError: CustomStringConvertible {
  /// One sentence: `sample.vcf, record 1204 (chr10:94781859): what was wrong; what to do`.
  public var description: String {
    var place = path == "-" ? "standard input" : printable(path)
    if let record { place += ", record \(record)" }
    if let line { place += ", line \(line)" }
    if let locus {
      let printed = printable(locus)
      place += record == nil && line == nil ? ", \(printed)" : " (\(printed))"
    }
    return "\(place): \(kind)"
  }
}

/// Text with its control characters escaped, without quotes.
private func printable(_ text: String) -> String {
  String(quoted(text, limit: 4096).dropFirst().dropLast())
}
