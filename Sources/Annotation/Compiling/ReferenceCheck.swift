/// Compares the REF of records with a FASTA, where one is given.
struct ReferenceCheck {
  /// The bases of the contig turned to; nil without a FASTA or if it does not have the contig.
  private(set) var bases: ReferenceBases.Contig?
  private let reference: ReferenceBases?
  private var contig: UInt32?

  init(_ reference: ReferenceBases?) { self.reference = reference }

  /// Whether there is a FASTA.
  var isOn: Bool { reference != nil }

  /// Turns to the contig with a number.
  mutating func turn(
    to number: UInt32, named names: @autoclosure () -> [String], _ tally: inout CompilationTally
  ) {
    guard contig != number else { return }
    contig = number
    let name = names()[Int(number)]
    bases = reference?.contig(name)
    if bases == nil, !tally.contigsWithoutReference.contains(name) {
      tally.contigsWithoutReference.append(name)
    }
  }

  /// Whether REF is the FASTA's, as far as there is one to compare with.
  func admits(
    _ text: Span<UInt8>, _ range: Range<Int>, at position: Int, _ tally: inout CompilationTally
  ) -> Bool {
    guard let bases, position > 0 else { return true }
    tally.referencesCompared += 1
    if ReferenceBases.agrees(text, range, at: position, bases) { return true }
    tally.referencesOther += 1
    return false
  }
}
