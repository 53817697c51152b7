/// The edition of the program.
enum Edition {
  /// The version, as it is printed; the same as that of `stardose`.
  static let version = "0.1.0"
}
