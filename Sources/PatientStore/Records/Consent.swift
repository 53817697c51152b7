public import Foundation

/// What a patient agreed to for one purpose, and until when.
public struct Consent: Sendable, Hashable, Codable {
  /// From when it holds.
  public var granted: Date
  /// When it ends by itself; nil if it does not.
  public var expires: Date?
  /// When the patient took it back; nil if they did not.
  public var withdrawn: Date?

  /// Makes a consent.
  public init(granted: Date, expires: Date? = nil, withdrawn: Date? = nil) {
    self.granted = granted
    self.expires = expires
    self.withdrawn = withdrawn
  }

  /// Whether it holds at a moment.
  public func isValid(at moment: Date) -> Bool {
    guard granted <= moment else { return false }
    if let withdrawn, withdrawn <= moment { return false }
    if let expires, expires <= moment { return false }
    return true
  }

  /// Whether it has ended for good by a moment.
  public func hasEnded(by moment: Date) -> Bool {
    [withdrawn, expires].contains { $0.map { $0 <= moment } ?? false }
  }
}
