extension AlignmentHeader {
  /// Reads the text of a header; `contigs` are those htslib found.
  ///
  /// - Returns: also where the contigs' bases are said to lie (`UR`), a path or URL.
  static func read(
    text: String, contigs: [HeaderContig]
  ) -> (header: AlignmentHeader, places: [(contig: String, place: String)]) {
    var header = AlignmentHeader(contigs: contigs)
    var places: [(contig: String, place: String)] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      switch fields.first {
      case "@HD":
        if let order = value("SO", in: fields) {
          header.isSorted = order == "unknown" ? nil : order == "coordinate"
        }
      case "@SQ":
        for tag in ["AS", "UR"] {
          guard let text = value(tag, in: fields) else { continue }
          if !header.referenceTexts.contains(text) { header.referenceTexts.append(text) }
        }
        if let place = value("UR", in: fields), let name = value("SN", in: fields) {
          places.append((name, place))
        }
      case "@RG":
        if let sample = value("SM", in: fields), !header.samples.contains(sample) {
          header.samples.append(sample)
        }
        if let platform = value("PL", in: fields)?.uppercased(),
          !header.platforms.contains(platform)
        {
          header.platforms.append(platform)
        }
      default: continue
      }
    }
    return (header, places)
  }

  private static func value(_ tag: String, in fields: [Substring]) -> String? {
    fields.dropFirst().first { $0.hasPrefix(tag + ":") }.map { String($0.dropFirst(3)) }
  }
}

extension AssemblyRecognition {
  /// Weighs the contig lengths, accession versions and reference texts of a file of reads.
  public init(_ header: AlignmentHeader) {
    self.init(
      VariantHeader(samples: [], contigs: header.contigs, referenceLines: header.referenceTexts))
  }
}
