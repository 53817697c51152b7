/// Why the store refuses; no name, genotype or medicine ever stands in it.
public struct PatientStoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as far as a caller has to tell cases apart.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// The role lacks the permission.
    case forbidden
    /// The patient's consent for the purpose is missing, withdrawn or expired.
    case consent
    /// There is no such patient or user.
    case notFound
    /// The request makes no sense as it is.
    case invalid
    /// The user name or the password is wrong.
    case credentials
    /// Too many failed attempts: the user is shut out for a time.
    case locked
    /// The passphrase or key file is not the one the store was made with.
    case wrongKey
    /// Something in the store has been changed or lost.
    case damaged
    /// A file of the store can't be read or written.
    case unreadable
    /// Another process has the store open.
    case inUse
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: the store's folder, a file in it, or the part of the request.
  public let place: String
  /// What was wrong, what was found, what to do.
  public let cause: String

  /// Makes an error.
  public init(_ kind: Kind, place: String, _ cause: String) {
    self.kind = kind
    self.place = place
    self.cause = cause
  }

  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String { "\(place): \(cause)" }
}
