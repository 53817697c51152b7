internal import GenomeFiles

/// The bases of a FASTA, contig by contig, as far as rolling and checking need them.
struct ReferenceBases {
  /// The base at a 1-based coordinate, upper case; nil outside the contig.
  typealias Contig = (Int) -> UInt8?

  /// The bases of a contig by the source's name for it; nil if the FASTA does not have it.
  let contig: (String) -> Contig?
  /// The first fault met while reading bases.
  let failure: () -> GenomeFileError?

  /// Opens a FASTA with its index.
  init(fasta path: String) throws(CompilationError) {
    let sequence: ReferenceSequence
    do throws(GenomeFileError) { sequence = try ReferenceSequence(path: path) } catch {
      throw CompilationError(.source(error))
    }
    contig = { name in
      sequence.length(of: name).map { _ in { sequence.base(contig: name, at: $0) } }
    }
    failure = { sequence.failure }
  }

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
