internal import Genome

/// A stretch of a contig.
struct Region: Sendable, Hashable {
  let contig: String
  /// 1-based and closed.
  let span: ClosedRange<Int>

  /// A stretch of its parts.
  init(contig: String, span: ClosedRange<Int>) {
    self.contig = contig
    self.span = span
  }

  /// Reads a region as samtools spells it; nil if it is none.
  ///
  /// `chr1` is all of a contig, `chr1:1000` one base, `chr1:1000-` all from there on.
  init?(_ text: some StringProtocol) {
    let whole = 0...Int.max
    guard let colon = text.lastIndex(of: ":") else {
      guard !text.isEmpty else { return nil }
      self.init(contig: String(text), span: whole)
      return
    }
    let parts = text[text.index(after: colon)...].split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = Int(parts[0]), first >= 0 else {
      // A name such as HLA-A*01:01:01:01N has colons of its own.
      guard colon != text.startIndex, Contig(name: text[..<colon]) == nil else { return nil }
      self.init(contig: String(text), span: whole)
      return
    }
    guard colon != text.startIndex else { return nil }
    var last = first
    if parts.count == 2 {
      guard let end = parts[1].isEmpty ? Int.max : Int(parts[1]), end >= first else { return nil }
      last = end
    }
    self.init(contig: String(text[..<colon]), span: first...last)
  }

  /// Reads a line of a file of regions; nil for one that names none.
  ///
  /// - Parameters:
  ///   - line: a line without its end.
  ///   - isBED: whether starts count from 0 and ends are open, else both are 1-based and closed.
  /// - Throws: what is wrong with the line.
  init?(line: String, isBED: Bool) throws(RegionFault) {
    let cells = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
    guard let name = cells.first, !name.hasPrefix("#") else { return nil }
    if isBED, name == "track" || name == "browser" { return nil }
    guard cells.count >= (isBED ? 3 : 2) else { throw RegionFault(line, isBED: isBED) }
    let last = cells.count > 2 ? cells[2] : cells[1]
    guard let first = Int(cells[1]), let last = Int(last), first >= (isBED ? 0 : 1) else {
      throw RegionFault(line, isBED: isBED)
    }
    let start = isBED ? first + 1 : first
    guard start <= last else {
      // An empty stretch of a BED file is allowed and holds nothing.
      if isBED, start == last + 1 { return nil }
      throw RegionFault(line, isBED: isBED)
    }
    self.init(contig: String(name), span: start...last)
  }
}

/// What is wrong with a line of a file of regions.
struct RegionFault: Error {
  /// What was found and what belongs there.
  let description: String

  init(_ line: String, isBED: Bool) {
    description =
      "the line is \(SpecificationError.quoted(line, limit: 60)); "
      + (isBED
        ? "a line of a BED file is CHROM, START counted from 0, and END, with START below END"
        : "a line of regions is CHROM, FROM and TO counted from 1, with FROM not beyond TO")
  }
}
