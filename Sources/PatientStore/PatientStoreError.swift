/// Why the store refuses.
public struct PatientStoreError: Error, Sendable, Hashable {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String

  /// Makes an error.
  public init(description: String) { self.description = description }
}
