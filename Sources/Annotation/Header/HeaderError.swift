/// Why a header can't be completed.
package struct HeaderError: Error, Sendable, Hashable {
  /// The source, the key or the line.
  package let place: String
  /// What was wrong, what was found and what to do.
  package let reason: String

  /// An error of its parts.
  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }
}

extension HeaderError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  package var description: String { "\(place): \(reason)" }
}
