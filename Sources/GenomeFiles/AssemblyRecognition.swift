public import Genome

/// Which reference genome a header speaks of.
public enum AssemblyRecognition: Sendable, Hashable {
  /// Every hint agrees; the strongest one, as a phrase.
  case recognised(Assembly, because: String)
  /// Hints disagree, or name an assembly that isn't supported; one sentence.
  case conflicting(String)
  /// The header gives no hint.
  case unknown

  /// Weighs contig lengths, accession versions, `assembly=` and `##reference` texts.
  public init(_ header: VariantHeader) {
    var hints: [(assembly: Assembly, because: String)] = []
    for line in header.contigs {
      guard let contig = Contig(name: line.name) else { continue }
      if let length = line.length, let assembly = ReferenceLengths.assembly(contig, length) {
        hints.append((assembly, "contig \(quoted(line.name)) is \(length) bases long"))
      }
      if let assembly = ReferenceNames.assembly(accession: line.name) {
        hints.append((assembly, "a contig is named \(quoted(line.name))"))
      }
    }
    let texts =
      header.contigs.compactMap { line in line.assembly.map { "assembly=" + $0 } }
      + header.referenceLines
    for text in texts {
      if let name = ReferenceNames.unsupported(in: text) {
        self = .conflicting(
          "the header says \(quoted(text)), but \(name) is not supported; "
            + "lift the variants over to GRCh38")
        return
      }
      for assembly in ReferenceNames.assemblies(in: text) {
        hints.append((assembly, "the header says \(quoted(text))"))
      }
    }
    guard let first = hints.first else {
      self = .unknown
      return
    }
    if let other = hints.first(where: { $0.assembly != first.assembly }) {
      self = .conflicting(
        "the header speaks of two assemblies: \(first.because) (\(first.assembly)) but "
          + "\(other.because) (\(other.assembly)); find out which one the variants were called on")
    } else {
      self = .recognised(first.assembly, because: first.because)
    }
  }
}
