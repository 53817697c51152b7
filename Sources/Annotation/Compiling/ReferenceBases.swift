/// The bases of a FASTA, contig by contig, as far as rolling and checking need them.
struct ReferenceBases {
  /// The base at a 1-based coordinate, upper case; nil outside the contig.
  typealias Contig = (Int) -> UInt8?

  /// The bases of a contig by the source's name for it; nil if the FASTA does not have it.
  let contig: (String) throws(CompilationError) -> Contig?

  /// Whether REF is what the FASTA has; letters other than ACGT on either side contradict nothing.
  static func agrees(
    _ text: Span<UInt8>, _ reference: Range<Int>, at position: Int, _ base: Contig
  ) -> Bool {
    for index in reference {
      guard let found = base(position + index - reference.lowerBound) else { return false }
      guard let old = EventCode.bits(of: text[index]), let new = EventCode.bits(of: found) else {
        continue
      }
      if old != new { return false }
    }
    return true
  }
}
