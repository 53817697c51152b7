import Foundation
import Synchronization

extension EncryptedStore {
  /// Patients by name, those without one last, then by id.
  ///
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - offset: how many to pass over.
  ///   - requester: who asks; needs `findPatients`.
  public func list(
    limit: Int = 100, offset: Int = 0, as requester: Requester
  ) throws(PatientStoreError) -> [PatientSummary] {
    try checkOpen()
    try gate.check(.findPatients, requester)
    let found = try index().list(limit: limit, offset: offset)
    try trail.note("list", outcome: "shown", by: requester)
    return found
  }

  /// Patients whose name has a part, whose id starts, or whose date of birth is, as typed.
  ///
  /// Case and accents are ignored; all words typed must fit. The search runs in memory over what was
  /// decrypted when the store was first searched; nothing typed is stored or logged.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - limit: how many at most.
  ///   - requester: who asks; needs `findPatients`.
  public func find(
    _ text: String, limit: Int = 20, as requester: Requester
  ) throws(PatientStoreError) -> [PatientSummary] {
    try checkOpen()
    try gate.check(.findPatients, requester)
    let found = try index().find(text, limit: limit)
    try trail.note("find", outcome: found.isEmpty ? "none" : "shown", by: requester)
    return found
  }

  /// The index, made at first use.
  private func index() throws(PatientStoreError) -> NameIndex {
    if let index = state.withLock({ $0.index }) { return index }
    // A change between reading and keeping would be missed, so none may happen.
    writing.lock()
    defer { writing.unlock() }
    try keys.unwrapAll()
    var index = NameIndex()
    for row in try table.heads() {
      guard let key = try keys.key(of: row.subject) else { continue }
      index.add(row.subject, try sealing.head(row.head, row.subject, row.version, key).summary)
    }
    index.sort()
    let made = index
    state.withLock { $0.index = made }
    return made
  }
}
