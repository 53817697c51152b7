package import GenomeFiles
package import MappedIndex

/// Why a source could not be compiled into an index.
package struct CompilationError: Error, Sendable {
  /// What went wrong.
  package enum Kind: Sendable {
    /// The source or the FASTA can't be read, or breaks its format.
    case source(GenomeFileError)
    /// The index can't be written.
    case output(MappedIndexError)
    /// Something was asked for that this source does not have; one sentence.
    case request(String)
    /// The source is of another assembly than was said; one sentence.
    case assembly(String)
  }

  /// What went wrong.
  package let kind: Kind

  /// An error of a kind.
  package init(_ kind: Kind) { self.kind = kind }
}

extension CompilationError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  package var description: String {
    switch kind {
    case .source(let error): error.description
    case .output(let error): error.description
    case .request(let sentence), .assembly(let sentence): sentence
    }
  }
}
