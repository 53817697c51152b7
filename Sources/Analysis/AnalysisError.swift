public import Genome

/// Why a file that can be read can't be interpreted.
public struct AnalysisError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The header points to two assemblies; the finding, in words.
    case assemblyConflict(String)
    /// The user says one assembly, the header another.
    case assemblyContradicted(stated: Assembly, recognised: Assembly, because: String)
    /// REF of unfiltered records at known positions is not the assembly's.
    case wrongAssembly(
      assumed: Assembly, place: String, found: String, expected: String, disagreeing: Int,
      of: Int)
    /// The file has no samples.
    case noSamples
  }

  /// Whether the file is on the wrong assembly rather than unreadable.
  public var isAboutAssembly: Bool { kind != .noSamples }

  /// The file.
  public let path: String
  /// What is wrong.
  public let kind: Kind

  /// Makes an error.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

extension AnalysisError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String {
    switch kind {
    case .assemblyConflict(let finding):
      "\(path): \(finding); put the header right or state the assembly with --assembly"
    case .assemblyContradicted(let stated, let recognised, let reason):
      "\(path): --assembly says \(stated) but the header says \(recognised) (\(reason)); "
        + "leave --assembly out or put the header right"
    case .wrongAssembly(let assumed, let place, let found, let expected, let disagreeing, let count):
      "\(path), \(place): REF is '\(found)' but \(assumed) has '\(expected)' "
        + "(\(disagreeing) of \(count) records at known positions disagree); was this called on "
        + "\(assumed == .grch38 ? Assembly.grch37 : .grch38)?"
        + (disagreeing * 2 > count
          ? "" : " If not, --allow-ref-mismatch reads such positions as no data")
    case .noSamples:
      "\(path): the file has no sample columns, so there are no genotypes to interpret; "
        + "give a VCF with samples"
    }
  }
}
