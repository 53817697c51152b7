internal import Genome

/// Where a visit stands.
struct AlignmentVisit {
  let content: AlignmentFile.ReadContent
  /// The alignment at hand.
  var read = AlignedRead(template: 0, contig: nil, start: 1, cigar: [])
  /// The span being read, 1-based and closed.
  var span = (start: 0, end: 0)
  /// The last base of the contig's earlier spans: what begins there has been visited if it matters.
  var passed = 0
  /// Alignments visited.
  var count = 0

  init(content: AlignmentFile.ReadContent) { self.content = content }

  mutating func begin(_ contig: Contig) {
    read.contig = contig
    passed = 0
  }
}
