/// What came of a compilation.
package struct CompilationSummary: Sendable {
  /// What the index says of itself.
  package let description: IndexDescription
  /// Where it is.
  package let output: String
  /// Sentences a user should read.
  package let remarks: [String]

  /// A summary of its parts.
  package init(description: IndexDescription, output: String, remarks: [String]) {
    self.description = description
    self.output = output
    self.remarks = remarks
  }
}
