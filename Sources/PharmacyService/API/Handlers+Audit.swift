internal import Foundation
internal import Hummingbird
internal import PatientStore

/// The record of what was done.
extension Handlers {
  func audit(_ call: Call, _ caller: Caller) throws -> Answer {
    let last = min(max(call.query("last").flatMap(Int.init) ?? 100, 1), 1000)
    return .json(try store.auditRecords(last: last, as: caller.requester).map(AuditBody.init))
  }
}

/// A record of the audit log; the subject is a pseudonym.
private struct AuditBody: Encodable {
  var seq: Int
  var time: String
  var actor: String
  var role: String
  var action: String
  var subject: String?
  var object: String?
  var purpose: String
  var outcome: String
  var reason: String?
  var prev: String
  var hash: String
  var signature: String?

  init(_ record: AuditRecord) {
    seq = record.seq
    time = record.time
    actor = record.actor
    role = record.role
    action = record.action
    subject = record.subject
    object = record.object
    purpose = record.purpose
    outcome = record.outcome
    reason = record.reason
    prev = record.prev
    hash = record.hash
    signature = record.signature
  }
}
