/// A run's particulars for its statistics.
package struct AnnotationRun: Sendable, Hashable {
  /// The input's path, `-` for standard input.
  package var input: String
  /// The output's path, `-` for standard output.
  package var output: String
  /// The command line's arguments.
  package var options: [String]
  /// The program's version.
  package var version: String
  /// The digest of what the run was not asked to touch.
  package var untouchedSHA256: String?

  /// A run of its parts.
  package init(
    input: String, output: String, options: [String], version: String,
    untouchedSHA256: String? = nil
  ) {
    self.input = input
    self.output = output
    self.options = options
    self.version = version
    self.untouchedSHA256 = untouchedSHA256
  }
}
