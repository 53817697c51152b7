/// What a request is for; patient data are opened only for a purpose the patient agreed to.
public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
  /// Choosing and dosing the patient's medicines.
  case pgx
  /// Findings that nobody asked for.
  case secondaryFindings
  /// Research and counting, under pseudonyms.
  case research
  /// Keeping the store; it never opens a patient's record.
  case operations

  /// In words, for messages.
  public var words: String {
    switch self {
    case .pgx: "pharmacogenomic care"
    case .secondaryFindings: "secondary findings"
    case .research: "research"
    case .operations: "operating the store"
    }
  }
}
