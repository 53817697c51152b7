internal import Genome
internal import GenomeFiles

/// Whether input and sources are of one assembly: by what their headers say, and by how often
/// their REF differ at the same place.
///
/// Of two assemblies, bases at one coordinate have nothing to do with each other and differ three
/// times out of four.
enum AssemblyCheck {
  /// The greatest shares of differing REF that are still taken for errors of one of the files: the
  /// fewer places were compared, the more of them may differ.
  private static let bounds: [(leastCompared: Int, greatestShare: Double)] = [
    (100, 0.2), (20, 0.5),
  ]

  /// The input's assembly, from its header or as stated; nil if neither tells.
  static func assembly(
    of header: VariantHeader, stated: Assembly?, path: String
  ) throws(AnnotationError) -> Assembly? {
    switch AssemblyRecognition(header) {
    case .recognised(let found, let because):
      if let stated, stated != found {
        throw AnnotationError(
          .assembly,
          "\(path): --assembly says \(stated), but \(because), as in \(found); leave --assembly out"
        )
      }
      return found
    case .conflicting(let how):
      guard let stated else { throw AnnotationError(.assembly, "\(path): \(how)") }
      return stated
    case .unknown: return stated
    }
  }

  /// Refuses a source of another assembly than the input's.
  static func compare(
    _ assembly: Assembly?, with source: AnnotationSource, path: String
  ) throws(AnnotationError) {
    guard let assembly, let other = source.index.description.assembly, other != assembly else {
      return
    }
    throw AnnotationError(
      .assembly,
      "\(path): the variants are on \(assembly) and source '\(source.specification.name)' is on "
        + "\(other); give a source on \(assembly) or lift the variants over")
  }

  /// Refuses to go on where REF differ too often.
  static func judge(_ statistics: SourceStatistics, path: String) throws(AnnotationError) {
    let differing = statistics.referenceDisagreements
    let compared = differing + statistics.referenceAgreements
    let isTooMuch = bounds.contains { bound in
      compared >= bound.leastCompared && Double(differing) > bound.greatestShare * Double(compared)
    }
    guard isTooMuch else { return }
    throw AnnotationError(
      .assembly,
      "\(path): REF is not that of source '\(statistics.name)' at \(differing) of \(compared) places "
        + "compared, so the two seem to be on different assemblies; give a source on the variants' "
        + "assembly, or --allow-ref-mismatch if you know better")
  }
}
