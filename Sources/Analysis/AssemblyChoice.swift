internal import Genome
internal import GenomeFiles

/// Settles which assembly a file is on, by its header and what the user states.
enum AssemblyChoice {
  /// The assemblies that may be the file's, and how that was found, in words; both assemblies where
  /// nothing tells.
  static func candidates(
    _ recognition: AssemblyRecognition, stated: Assembly?, path: String
  ) throws(AnalysisError) -> ([Assembly], String) {
    switch (recognition, stated) {
    case (.conflicting(let finding), nil):
      throw AnalysisError(path: path, kind: .assemblyConflict(finding))
    case (.recognised(let found, let reason), let stated?) where found != stated:
      throw AnalysisError(
        path: path,
        kind: .assemblyContradicted(stated: stated, recognised: found, because: reason))
    case (.recognised(let found, let reason), _): return ([found], "recognised from \(reason)")
    case (_, let stated?): return ([stated], "stated with --assembly")
    case (.unknown, nil): return ([.grch38, .grch37], "")
    }
  }
}
