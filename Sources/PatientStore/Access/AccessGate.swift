import Foundation

/// Refuses what a role may not do, and writes each refusal to the audit log.
struct AccessGate: Sendable {
  let trail: AuditTrail

  /// Checks a permission.
  func check(
    _ permission: Permission, _ requester: Requester, subject: Data? = nil
  ) throws(PatientStoreError) {
    guard !requester.user.isEmpty, requester.user.utf8.count <= 200,
      requester.reason.map({ $0.utf8.count <= 2000 }) ?? true
    else {
      throw PatientStoreError(
        .invalid, place: "the request", "it names no user, or a name or reason far too long")
    }
    if permission.isGranted(to: requester.role) { return }
    try trail.note(permission.rawValue, subject: subject, outcome: "refused-role", by: requester)
    throw PatientStoreError(
      .forbidden, place: "the request",
      "the role \(requester.role.rawValue) may not \(permission.words); ask someone whose role may")
  }
}
