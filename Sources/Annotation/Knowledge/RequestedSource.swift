internal import Genome
package import Knowledge

/// A source as a job is given it: opened, or to be made once the input's assembly is known.
package enum RequestedSource: Sendable {
  /// An index that was opened.
  case opened(AnnotationSource)
  /// The knowledge base, whose rows depend on the assembly.
  case knowledge(SourceSpecification, KnowledgeBase)

  /// The source for variants on an assembly.
  ///
  /// - Parameters:
  ///   - assembly: nil if nothing tells.
  ///   - place: what the variants are in, for errors.
  func resolved(on assembly: Assembly?, place: String) throws -> AnnotationSource {
    switch self {
    case .opened(let source): return source
    case .knowledge(let specification, let knowledge):
      guard let assembly else {
        throw AnnotationError(
          .assembly,
          "\(place): nothing says which assembly the variants are on, and source "
            + "'\(specification.name)' has other coordinates on each; state it with --assembly")
      }
      return try AnnotationSource(
        specification, index: KnowledgeIndex.make(knowledge, on: assembly))
    }
  }
}

extension SourceSpecification {
  /// Whether it asks for the knowledge base; a file of that name is `./knowledge`.
  package var isKnowledge: Bool { path == "knowledge" }
}
