/// Finds what the records of a VCF name and its header does not declare, which BCF can't hold.
///
/// Names are told apart by a 64-bit hash. Should two ever share one, the encoder, which looks at
/// the names themselves, refuses the record.
package struct UndeclaredNames: Sendable {
  /// Header lines that declare what was found, as htslib would: as text.
  package private(set) var declarations: [String] = []
  private var contigs: Set<UInt64> = []
  private var filters: Set<UInt64> = [Self.hash(Array("PASS".utf8), 0..<4)]
  private var infos: Set<UInt64> = []
  private var formats: Set<UInt64> = []
  /// The columns seen last, which most records share.
  private var lastContig: [UInt8] = []
  private var lastFilter: [UInt8] = []
  private var lastFormat: [UInt8] = []

  /// Takes the header that will be written.
  package init(headerText: String) {
    for line in headerText.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 2)
      guard parts.count == 3, parts[1] == "<ID" else { continue }
      let name = Array(parts[2].prefix { $0 != "," && $0 != ">" }.utf8)
      let hash = Self.hash(name, 0..<name.count)
      switch parts[0] {
      case "##contig": contigs.insert(hash)
      case "##FILTER": filters.insert(hash)
      case "##INFO": infos.insert(hash)
      case "##FORMAT": formats.insert(hash)
      default: break
      }
    }
  }

  /// Looks at the names in one record.
  package mutating func look(at text: [UInt8], _ line: LineColumns) {
    let contig = line.start..<line.contigEnd
    if !text.isEqual(contig, to: lastContig) {
      lastContig = Array(text[contig])
      if contigs.insert(Self.hash(text, contig)).inserted { declare("contig", text, contig) }
    }
    let filter = line.filterStart..<line.infoStart - 1
    if !text.isEqual(filter, to: lastFilter) {
      lastFilter = Array(text[filter])
      eachName(in: text, filter, endingAt: UInt8(ascii: ";")) { names, name in
        if names.filters.insert(Self.hash(text, name)).inserted {
          names.declare("FILTER", text, name)
        }
      }
    }
    eachName(in: text, line.infoStart..<line.infoEnd, endingAt: UInt8(ascii: ";")) { names, field in
      let (hash, end) = Self.keyHash(text, field)
      if names.infos.insert(hash).inserted { names.declare("INFO", text, field.lowerBound..<end) }
    }
    guard line.infoEnd < line.end else { return }
    let start = line.infoEnd + 1
    let format = start..<(text.firstIndex(of: 9, from: start, to: line.end) ?? line.end)
    guard !text.isEqual(format, to: lastFormat) else { return }
    lastFormat = Array(text[format])
    eachName(in: text, format, endingAt: UInt8(ascii: ":")) { names, name in
      if names.formats.insert(Self.hash(text, name)).inserted {
        names.declare("FORMAT", text, name)
      }
    }
  }

  private mutating func eachName(
    in text: [UInt8], _ column: Range<Int>, endingAt separator: UInt8,
    _ body: (inout Self, Range<Int>) -> Void
  ) {
    // A point among others is a name to htslib.
    if column.count == 1, text[column.lowerBound] == UInt8(ascii: ".") { return }
    var start = column.lowerBound
    while start < column.upperBound {
      let end = text.firstIndex(of: separator, from: start, to: column.upperBound)
      let name = start..<(end ?? column.upperBound)
      if !name.isEmpty { body(&self, name) }
      start = name.upperBound + 1
    }
  }

  private mutating func declare(_ kind: String, _ text: [UInt8], _ name: Range<Int>) {
    let name = String(decoding: text[name], as: UTF8.self)
    let description = "Description=\"Not declared in the input\""
    switch kind {
    case "contig": declarations.append("##contig=<ID=\(name)>")
    case "FILTER": declarations.append("##FILTER=<ID=\(name),\(description)>")
    default: declarations.append("##\(kind)=<ID=\(name),Number=1,Type=String,\(description)>")
    }
  }

  /// The hash of an INFO field's key and where the key ends.
  private static func keyHash(_ text: [UInt8], _ field: Range<Int>) -> (UInt64, end: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in field {
      if text[offset] == UInt8(ascii: "=") { return (hash, offset) }
      hash = (hash ^ UInt64(text[offset])) &* 0x100_0000_01B3
    }
    return (hash, field.upperBound)
  }

  /// FNV-1a.
  private static func hash(_ text: [UInt8], _ name: Range<Int>) -> UInt64 {
    text[name].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
