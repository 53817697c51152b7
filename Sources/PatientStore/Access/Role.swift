/// What a user does in the house; it decides what the store lets them do.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
  /// Loads results and corrects them.
  case lab
  /// Asks about one patient, or about which patients are at risk.
  case pharmacist
  /// Counts patients under pseudonyms.
  case analyst
  /// Reads who did what, and no patient data.
  case auditor
  /// Keeps users and keys, erases and purges, and reads no patient data.
  case admin
}
