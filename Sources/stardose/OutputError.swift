internal import MappedIndex

/// Why an output can't be written.
struct OutputError: Error, CustomStringConvertible {
  /// One sentence: where, what was wrong, what to do.
  let description: String

  /// The error for a file that can't be written.
  init(_ cause: MappedIndexError) {
    description =
      "\(cause.place): \(cause.fault), so no output was left; \(cause.remedy)"
  }

  /// The error for a folder that can't be made.
  init(folder: String) {
    description = "\(folder): the folder can't be made; name another one with --output"
  }
}
