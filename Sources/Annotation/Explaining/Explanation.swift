package import Genome

/// Says of variants what each source has there, and why it is taken or not.
package struct Explanation: Sendable {
  private let sources: [AnnotationSource]
  private let reference: String?

  /// Prepares the sources.
  ///
  /// - Parameters:
  ///   - sources: the sources asked for.
  ///   - assembly: the variants' assembly; the knowledge base needs it.
  ///   - reference: a FASTA that indels are rolled to the left over.
  package init(sources: [RequestedSource], assembly: Assembly?, reference: String?) throws {
    self.sources = try sources.map { try $0.resolved(on: assembly, place: "--explain") }
    for source in self.sources {
      try AssemblyCheck.compare(assembly, with: source, path: "--explain")
    }
    self.reference = reference
  }

  /// What there is to say of one variant, as lines of text.
  package func text(of variant: ExplainedVariant) throws -> String {
    var lines = [
      "\(variant.contig):\(variant.position) \(variant.reference)>\(variant.alternate)"
        + (variant.info == "." ? "" : " \(variant.info)")
    ]
    for source in sources {
      let explanation = try SourceExplanation(variant, in: source, reference: reference)
      lines += ExplanationText(variant, explanation, isRolled: reference != nil).lines
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
