package import Genome
package import GenomeFiles

/// The stretches of contigs whose records are wanted, 1-based and closed.
package struct RegionSet: Sendable, Hashable {
  private var byName: [String: [ClosedRange<Int>]] = [:]
  private var byContig: [Contig: [ClosedRange<Int>]] = [:]

  /// Starts empty.
  package init() {}

  /// Adds a stretch of a contig; nil bounds reach to its ends.
  package mutating func add(contig: String, from first: Int?, to last: Int?) {
    let span = (first ?? 0)...max(last ?? Int.max, first ?? 0)
    byName[contig, default: []].append(span)
    if let known = Contig(name: contig) { byContig[known, default: []].append(span) }
  }

  /// Adds a region as samtools spells it: `chr1`, `chr1:1000`, `chr1:1000-2000`, `chr1:1000-`.
  ///
  /// - Returns: false if it can't be read.
  package mutating func add(_ text: some StringProtocol) -> Bool {
    guard let colon = text.lastIndex(of: ":") else {
      guard !text.isEmpty else { return false }
      add(contig: String(text), from: nil, to: nil)
      return true
    }
    let range = text[text.index(after: colon)...].filter { $0 != "," }
    let parts = range.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = Int(parts[0]), first >= 0 else {
      // A name such as HLA-A*01:01 has a colon of its own.
      guard Contig(name: text[..<colon]) == nil else { return false }
      add(contig: String(text), from: nil, to: nil)
      return true
    }
    var last: Int? = first
    if parts.count == 2 {
      last = Int(parts[1])
      guard parts[1].isEmpty || last.map({ $0 >= first }) == true else { return false }
    }
    add(contig: String(text[..<colon]), from: first, to: last)
    return true
  }

  /// The stretches of a contig, by its own name or another usual spelling of it.
  func spans(onContig name: String) -> [ClosedRange<Int>] {
    byName[name] ?? Contig(name: name).flatMap { byContig[$0] } ?? []
  }
}
