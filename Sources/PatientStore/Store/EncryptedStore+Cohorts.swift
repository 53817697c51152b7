import Foundation

extension EncryptedStore {
  /// The patients that are in a state, by name, such as those who take a medicine and are at risk; needs
  /// `panel`, the purpose pgx, and each patient's consent to it.
  ///
  /// - Parameters:
  ///   - requester: who asks.
  ///   - evaluate: gives a patient's state; nil leaves the patient out.
  /// - Returns: the patients in order of state, name and id.
  public func panel(
    as requester: Requester, _ evaluate: (PatientRecord) -> String?
  ) throws(PatientStoreError) -> [PanelLine] {
    try checkOpen()
    try gate.check(.panel, requester)
    try require(.pgx, requester, .panel)
    var lines: [PanelLine] = []
    try forEachAgreed(to: .pgx) { record in
      guard let state = evaluate(record) else { return }
      lines.append(
        PanelLine(
          patient: PatientSummary(
            id: record.id, name: record.name, birthDate: record.birthDate, updated: record.updated),
          state: state))
    }
    try trail.note(Permission.panel.rawValue, outcome: "shown", by: requester)
    return lines.sorted {
      ($0.state, $0.patient.name ?? "\u{10FFFF}", $0.patient.id)
        < ($1.state, $1.patient.name ?? "\u{10FFFF}", $1.patient.id)
    }
  }

  /// How many patients are in which state; needs `cohort`, the purpose research, and each patient's
  /// consent to it.
  ///
  /// A count under `minimumCell` is withheld, and so is the number of all patients wherever it would give
  /// such a count away. Two questions that differ by one patient can still be compared: who may ask is
  /// limited, and every question is audited.
  ///
  /// - Parameters:
  ///   - requester: who asks.
  ///   - evaluate: gives a member's state, which names no patient; nil counts the member nowhere.
  public func cohort(
    as requester: Requester, _ evaluate: (CohortMember) -> String?
  ) throws(PatientStoreError) -> CohortResult {
    try checkOpen()
    try gate.check(.cohort, requester)
    try require(.research, requester, .cohort)
    var members: [String: [String]] = [:]
    var considered = 0
    try forEachAgreed(to: .research) { record in
      considered += 1
      let member = CohortMember(
        pseudonym: secrets.pseudonym(ofPatient: record.id), facts: record.facts,
        medications: record.medications, calls: record.calls)
      if let state = evaluate(member) { members[state, default: []].append(member.pseudonym) }
    }
    try trail.note(Permission.cohort.rawValue, outcome: "shown", by: requester)
    return Self.withheld(members, considered: considered, minimum: settings.minimumCell)
  }

  /// Withholds what is too small.
  static func withheld(
    _ members: [String: [String]], considered: Int, minimum: Int
  ) -> CohortResult {
    let cells = members.sorted { $0.key < $1.key }.map { state, pseudonyms in
      pseudonyms.count < minimum
        ? CohortCell(state: state, count: nil, pseudonyms: [])
        : CohortCell(state: state, count: pseudonyms.count, pseudonyms: pseudonyms.sorted())
    }
    let elsewhere = considered - members.values.reduce(0) { $0 + $1.count }
    let isTelling =
      cells.contains { $0.count == nil } || (1..<max(minimum, 1)).contains(elsewhere)
      || considered < minimum
    return CohortResult(
      considered: isTelling ? nil : considered, cells: cells, minimum: minimum)
  }

  private func require(
    _ purpose: Purpose, _ requester: Requester, _ permission: Permission
  ) throws(PatientStoreError) {
    guard requester.purpose != purpose else { return }
    try trail.note(permission.rawValue, outcome: "refused-purpose", by: requester)
    throw PatientStoreError(
      .forbidden, place: "the request",
      "it is for \(requester.purpose.words), and this is shown only for \(purpose.words)")
  }

  /// Opens one after another the patients who agreed to a purpose.
  private func forEachAgreed(
    to purpose: Purpose, _ body: (PatientRecord) -> Void
  ) throws(PatientStoreError) {
    let now = settings.clock()
    try keys.unwrapAll()
    for (subject, _) in try table.subjects() {
      guard let (stored, _) = try table.row(subject), let key = try keys.key(of: subject) else {
        continue
      }
      let head = try sealing.head(stored.head, subject, stored.version, key)
      guard try sealing.consents(stored, head, key).refusal(of: purpose, at: now) == nil else {
        continue
      }
      body(try sealing.record(stored, head, key))
    }
  }
}
