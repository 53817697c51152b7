/// What the header of a variant file says about samples and reference.
public struct VariantHeader: Sendable, Hashable {
  /// The sample names in column order.
  public var samples: [String]
  /// The `##contig` lines.
  public var contigs: [HeaderContig]
  /// The `##reference`, `##assembly` and similar lines, whole and without `##`.
  public var referenceLines: [String]
  /// The text of `##fileformat`, such as `VCFv4.2`.
  public var fileFormat: String?
  /// Whether the `#CHROM` line has a FORMAT column.
  var hasFormat: Bool

  /// A header with the given content.
  public init(
    samples: [String], contigs: [HeaderContig] = [], referenceLines: [String] = [],
    fileFormat: String? = nil
  ) {
    self.samples = samples
    self.contigs = contigs
    self.referenceLines = referenceLines
    self.fileFormat = fileFormat
    self.hasFormat = !samples.isEmpty
  }

  /// Reads the text of a header, from `##fileformat` to the `#CHROM` line.
  ///
  /// - Throws: what is wrong with the `#CHROM` line or the sample names.
  init(text: String) throws(GenomeFileError.Rejection) {
    self.init(samples: [])
    var foundColumns = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("##") {
        read(metaLine: line.dropFirst(2))
      } else if line.hasPrefix("#") {
        try read(columnLine: line)
        foundColumns = true
      }
    }
    guard foundColumns else {
      throw .init(
        .headerMalformed("the header has no '#CHROM' line; make the file again"))
    }
  }

  private mutating func read(metaLine line: Substring) {
    guard let equals = line.firstIndex(of: "=") else { return }
    let value = line[line.index(after: equals)...]
    switch line[..<equals].lowercased() {
    case "fileformat": fileFormat = String(value)
    case "contig":
      let fields = Self.fields(of: value)
      guard let name = fields["ID"] else { return }
      contigs.append(
        HeaderContig(
          name: name, length: fields["length"].flatMap { Int($0) }, assembly: fields["assembly"]))
    case "reference", "assembly", "genome", "genome_build", "genomebuild", "build",
      "reference_build", "ref":
      referenceLines.append(String(line))
    default: break
    }
  }

  private mutating func read(columnLine line: Substring) throws(GenomeFileError.Rejection) {
    let fixed = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count >= 8, columns.prefix(8).elementsEqual(fixed) else {
      let advice =
        columns.count < 8 && line.contains(" ")
        ? "columns of the '#CHROM' line are separated by spaces; separate them with tabs"
        : "the line of column names is \(quoted(String(line))); it begins '#CHROM', 'POS', 'ID', "
          + "'REF', 'ALT', 'QUAL', 'FILTER', 'INFO', separated by tabs"
      throw .init(.headerMalformed(advice))
    }
    guard columns.count > 8 else { return }
    guard columns[8] == "FORMAT" else {
      throw .init(
        .headerMalformed(
          "column 9 of the '#CHROM' line is \(quoted(columns[8])); it is 'FORMAT' in a VCF"))
    }
    hasFormat = true
    samples = Array(columns.dropFirst(9))
    var seen: Set<String> = []
    for (offset, sample) in samples.enumerated() {
      guard !sample.isEmpty else {
        throw .init(
          .headerMalformed("column \(offset + 10) of the '#CHROM' line has no name; give it one"))
      }
      guard seen.insert(sample).inserted else { throw .init(.sampleRepeated(sample)) }
    }
  }

  /// The numbers of columns a record may have: exactly those named, FORMAT optional if no sample is.
  package var columnCounts: ClosedRange<Int> {
    if !hasFormat { return 8...8 }
    return samples.isEmpty ? 8...9 : 9 + samples.count...9 + samples.count
  }
}
