import Foundation

/// What a patient agreed to, purpose by purpose; nothing is agreed to until it is recorded.
public struct Consents: Sendable, Hashable, Codable {
  /// For choosing and dosing the patient's medicines.
  public var pgx: Consent?
  /// For findings that nobody asked for.
  public var secondaryFindings: Consent?
  /// For research and counting.
  public var research: Consent?

  /// Makes consents; what is left out is not agreed to.
  public init(pgx: Consent? = nil, secondaryFindings: Consent? = nil, research: Consent? = nil) {
    self.pgx = pgx
    self.secondaryFindings = secondaryFindings
    self.research = research
  }

  /// The consent for a purpose; operating the store needs none and has none.
  public subscript(purpose: Purpose) -> Consent? {
    get {
      switch purpose {
      case .pgx: pgx
      case .secondaryFindings: secondaryFindings
      case .research: research
      case .operations: nil
      }
    }
    set {
      switch purpose {
      case .pgx: pgx = newValue
      case .secondaryFindings: secondaryFindings = newValue
      case .research: research = newValue
      case .operations: break
      }
    }
  }

  /// All that were ever recorded.
  var recorded: [Consent] { [pgx, secondaryFindings, research].compactMap(\.self) }

  /// Whether something was agreed to once and all of it has ended.
  func haveEnded(by moment: Date) -> Bool {
    !recorded.isEmpty && recorded.allSatisfy { $0.hasEnded(by: moment) }
  }

  /// Why a purpose is not covered at a moment, in words; nil if it is.
  func refusal(of purpose: Purpose, at moment: Date) -> String? {
    guard let consent = self[purpose] else { return "no consent is recorded" }
    if consent.isValid(at: moment) { return nil }
    if let withdrawn = consent.withdrawn, withdrawn <= moment { return "the consent was withdrawn" }
    if let expires = consent.expires, expires <= moment { return "the consent has expired" }
    return "the consent does not hold yet"
  }
}
