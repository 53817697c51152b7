/// The edition of the program.
enum Edition {
  /// The version, as `--version` and the reports print it.
  static let version = "0.1.0"
}
