/// Something a role may do or not do.
public enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
  /// Store a new patient or replace one.
  case addRecord
  /// Change facts and medicines of a patient.
  case updateCare
  /// Open one patient's record, genes and all.
  case readRecord
  /// See ids, names and birth dates.
  case findPatients
  /// Record and withdraw consent.
  case setConsent
  /// See what a patient agreed to.
  case readConsent
  /// Open a record against the rules, with a reason, for a short time.
  case breakGlass
  /// See by name which patients are in a state.
  case panel
  /// Count patients under pseudonyms.
  case cohort
  /// Erase one patient.
  case eraseRecord
  /// Erase patients nobody has used for long.
  case purgeRecords
  /// Put the data keys under a new key or passphrase.
  case rotateKeys
  /// Add, change and shut out users.
  case manageUsers
  /// Read the audit log.
  case readAudit
  /// Check the audit log's chain and signatures.
  case verifyAudit

  /// Whether a role has the permission; what the table does not grant is refused.
  public func isGranted(to role: Role) -> Bool { Self.granted[role, default: []].contains(self) }

  /// The one table of who may do what.
  public static let granted: [Role: Set<Permission>] = [
    .lab: [.addRecord, .updateCare, .findPatients, .setConsent, .readConsent],
    .pharmacist: [
      .updateCare, .readRecord, .findPatients, .setConsent, .readConsent, .breakGlass, .panel,
    ],
    .analyst: [.cohort],
    .auditor: [.readAudit, .verifyAudit],
    .admin: [
      .setConsent, .readConsent, .eraseRecord, .purgeRecords, .rotateKeys, .manageUsers,
      .verifyAudit,
    ],
  ]

  /// In words, for messages: `may not …`.
  public var words: String {
    switch self {
    case .addRecord: "store patients"
    case .updateCare: "change facts and medicines"
    case .readRecord: "open a patient's record"
    case .findPatients: "look patients up"
    case .setConsent: "record consent"
    case .readConsent: "see consent"
    case .breakGlass: "break the glass"
    case .panel: "see which patients are at risk"
    case .cohort: "count patients"
    case .eraseRecord: "erase patients"
    case .purgeRecords: "purge patients"
    case .rotateKeys: "change the store's key"
    case .manageUsers: "manage users"
    case .readAudit: "read the audit log"
    case .verifyAudit: "check the audit log"
    }
  }
}
