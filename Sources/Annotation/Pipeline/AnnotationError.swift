/// Why an annotation can't go on, though every file could be read.
package struct AnnotationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is.
  package enum Kind: Sendable, Hashable {
    /// Input and source are of different assemblies.
    case assembly
    /// What was asked for makes no sense with this input.
    case request
  }

  /// What kind of fault it is.
  package let kind: Kind
  /// One sentence: where, what was wrong, what was found, what to do.
  package let description: String

  /// An error of its sentence.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
