internal import Foundation
package import Genome

/// What an index says of itself: where it came from and what it holds.
package struct IndexDescription: Sendable, Hashable, Codable {
  /// What the rows are keyed by.
  package enum Content: String, Sendable, Hashable, Codable {
    /// One row an alternate allele.
    case alleles
    /// One row an interval, without alleles.
    case intervals
  }

  /// The source's file name, without folders.
  package var source: String
  /// The SHA-256 of the source file as stored, in hexadecimal.
  package var sha256: String
  /// The size of the source file in bytes.
  package var sourceBytes: Int
  /// The day the index was built, as `2026-11-23`.
  package var built: String
  /// The release of the source, in its own words.
  package var release: String?
  /// What the source's licence says.
  package var licence: String?
  /// The assembly the coordinates are of.
  package var assembly: Assembly?
  /// What the rows are keyed by.
  package var content: Content
  /// Whether texts are as INFO values have to be, which those of a VCF are and a table's may not.
  package var isEncoded: Bool
  /// The FASTA that indels were rolled to the left over; nil if they were only trimmed.
  package var reference: String?
  /// The fields in the order of their columns.
  package var fields: [IndexField]
  /// The source's records that were read.
  package var records: Int
  /// The rows written.
  package var rows: Int
  /// How many alleles were left out, by reason.
  package var leftOut: [String: Int]

  /// A description of its parts.
  package init(
    source: String, sha256: String, sourceBytes: Int, built: String, release: String? = nil,
    licence: String? = nil, assembly: Assembly? = nil, content: Content = .alleles,
    isEncoded: Bool = true, reference: String? = nil, fields: [IndexField] = [], records: Int = 0,
    rows: Int = 0,
    leftOut: [String: Int] = [:]
  ) {
    self.source = source
    self.sha256 = sha256
    self.sourceBytes = sourceBytes
    self.built = built
    self.release = release
    self.licence = licence
    self.assembly = assembly
    self.content = content
    self.isEncoded = isEncoded
    self.reference = reference
    self.fields = fields
    self.records = records
    self.rows = rows
    self.leftOut = leftOut
  }

  /// The first column of a field; nil if there is no such field.
  func column(of name: String) -> Int? {
    guard let field = fields.firstIndex(where: { $0.name == name }) else { return nil }
    return fields[..<field].reduce(0) { $0 + $1.columnCount }
  }

  /// The description as JSON.
  func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Encoding fails only for numbers that are not finite, and there are none.
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }

  /// Reads what `encoded` wrote; nil for anything else.
  init?(encoded bytes: [UInt8]) {
    guard let found = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = found
  }
}
