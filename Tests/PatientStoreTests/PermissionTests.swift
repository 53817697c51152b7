import Foundation
import Guidance
import PatientStore
import Testing

/// One call of the store and the permission it needs.
private struct Call: Sendable, CustomStringConvertible {
  let permission: Permission
  let purpose: Purpose
  let run: @Sendable (EncryptedStore, Requester) throws -> Void
  var description: String { permission.rawValue }

  init(
    _ permission: Permission, _ purpose: Purpose = .pgx,
    _ run: @escaping @Sendable (EncryptedStore, Requester) throws -> Void
  ) {
    (self.permission, self.purpose, self.run) = (permission, purpose, run)
  }
}

private let calls: [Call] = [
  Call(.addRecord) { try $0.put(House.patient("new"), as: $1) },
  Call(.updateCare) { try $0.updateCare("A", facts: .init(), medications: [], as: $1) },
  Call(.readRecord) { _ = try $0.get("A", as: $1) },
  Call(.findPatients) { _ = try $0.list(as: $1) },
  Call(.findPatients) { _ = try $0.find("marta", as: $1) },
  Call(.setConsent) { try $0.setConsent(.research, of: "A", as: $1) },
  Call(.setConsent) { try $0.withdrawConsent(.research, of: "A", as: $1) },
  Call(.readConsent) { _ = try $0.consents(of: "A", as: $1) },
  Call(.breakGlass) { _ = try $0.breakGlass("A", as: $1) },
  Call(.panel) { _ = try $0.panel(as: $1) { _ in "x" } },
  Call(.cohort, .research) { _ = try $0.cohort(as: $1) { _ in "x" } },
  Call(.eraseRecord, .operations) { try $0.erase("A", as: $1) },
  Call(.purgeRecords, .operations) { try $0.purge(unusedDays: 1, as: $1) },
  Call(.rotateKeys, .operations) {
    try $0.rotateKey(to: .passphrase("another long passphrase"), as: $1)
  },
  Call(.manageUsers, .operations) { _ = try $0.users.list(as: $1) },
  Call(.manageUsers, .operations) {
    try $0.users.add("new", role: .lab, password: "a long password", as: $1)
  },
  Call(.manageUsers, .operations) {
    try $0.users.setPassword("another long one", of: "kim", as: $1)
  },
  Call(.manageUsers, .operations) { try $0.users.setRole(.lab, of: "kim", as: $1) },
  Call(.manageUsers, .operations) { try $0.users.disable("kim", as: $1) },
  Call(.manageUsers, .operations) { try $0.users.enable("kim", as: $1) },
  Call(.readAudit, .operations) { _ = try $0.auditRecords(last: 5, as: $1) },
  Call(.verifyAudit, .operations) { _ = try $0.verifyAudit(as: $1) },
]

@Test func `Every permission is tried`() {
  #expect(Set(calls.map(\.permission)) == Set(Permission.allCases))
}

@Test(arguments: Role.allCases)
func `A role may do what the table grants it, and every other call is refused and audited`(
  role: Role
) throws {
  for call in calls {
    let house = try House()
    let store = try house.create()
    defer { store.close() }
    try store.put(House.patient("A"), consents: house.consents(.pgx, .research), as: House.lab)
    try store.users.add("kim", role: .lab, password: "a long password", as: House.admin)
    let asked = Requester(
      user: "someone", role: role, purpose: call.purpose, reason: "the reason of a test")
    let error = refusal { try call.run(store, asked) }
    let refusals = try house.auditLines().count {
      $0.contains("\"action\":\"\(call.permission.rawValue)\"") && $0.contains("refused-role")
    }
    if call.permission.isGranted(to: role) {
      #expect(error == nil, "\(role) \(call)")
      #expect(refusals == 0)
    } else {
      #expect(error?.kind == .forbidden, "\(role) \(call)")
      #expect(refusals == 1, "\(role) \(call)")
    }
  }
}

/// The table once more, written by hand: a change of one must be a change of both.
@Test(arguments: [
  (Role.lab, "addRecord updateCare findPatients setConsent readConsent"),
  (.pharmacist, "updateCare readRecord findPatients setConsent readConsent breakGlass panel"),
  (.analyst, "cohort"), (.auditor, "readAudit verifyAudit"),
  (
    .admin,
    "setConsent readConsent eraseRecord purgeRecords rotateKeys manageUsers verifyAudit"
  ),
])
func `The table grants what the house agreed on and nothing else`(role: Role, names: String) {
  let granted = Set(Permission.allCases.filter { $0.isGranted(to: role) }.map(\.rawValue))
  #expect(granted == Set(names.split(separator: " ").map(String.init)))
}

@Test func `A refusal says which role may not do what`() throws {
  let house = try House()
  let store = try house.create()
  defer { store.close() }
  let error = refusal { _ = try store.get("A", as: House.auditor) }
  #expect(
    error?.description
      == "the request: the role auditor may not open a patient's record; ask someone whose role may"
  )
  #expect(refusal { try store.may(.readRecord, House.lab) }?.kind == .forbidden)
  try store.may(.readRecord, House.pharmacist)
  let nobody = Requester(user: "", role: .admin, purpose: .operations)
  #expect(refusal { try store.may(.manageUsers, nobody) }?.kind == .invalid)
}
