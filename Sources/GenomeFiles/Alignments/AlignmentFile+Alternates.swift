public import Genome

extension AlignmentHeader {
  /// The number of a contig that spells a sequence beside the chromosomes and is as long; nil if there
  /// is none.
  public func contigIndex(of sequence: AlternateSequence) -> Int? {
    contigs.firstIndex { entry in
      sequence.isNamed(entry.name) && (entry.length ?? sequence.length) == sequence.length
    }
  }
}

extension AlignmentFile {
  /// Visits every alignment of a contig that shares a base with a stretch of it, in file order.
  ///
  /// It is for contigs outside the primary 25, whose alignments come with `contig` nil.
  ///
  /// - Parameters:
  ///   - contigIndex: the contig's number in the header.
  ///   - start: the first base, 1-based.
  ///   - end: the last base, 1-based and included.
  ///   - content: how much of each alignment is wanted.
  ///   - body: what to do with each alignment; false ends the visit.
  /// - Returns: the number of alignments visited.
  /// - Throws: if the file is damaged, unsorted or not the index's, or what `body` throws.
  @discardableResult
  public mutating func reads(
    onContig contigIndex: Int, from start: Int, to end: Int, content: ReadContent = .full,
    body: (AlignedRead) throws -> Bool
  ) throws -> Int {
    var visit = AlignmentVisit(content: content)
    visit.read.contig = contigs[contigIndex]
    visit.span = (start, end)
    var count = 0
    do {
      let each: (AlignedRead) throws -> Void = { read in
        guard read.start <= end, read.end >= start else { return }
        count += 1
        if !(try body(read)) { throw VisitEnd() }
      }
      switch index {
      case .blocks(let blocks): try jump(blocks, contig: contigIndex, .everything, &visit, each)
      case .slices(let slices, _):
        try iterate(slices, contig: contigIndex, .everything, &visit, each)
      }
    } catch is VisitEnd {}
    return count
  }

  /// Whether any alignment lies on a contig.
  public mutating func hasReads(onContig contigIndex: Int) throws -> Bool {
    let length = header.contigs[contigIndex].length ?? Int(Int32.max)
    return try reads(onContig: contigIndex, from: 1, to: length, content: .placement) { _ in false }
      > 0
  }
}

/// Says that no more alignments are wanted.
private struct VisitEnd: Error {}
