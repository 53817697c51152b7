import Knowledge
import Testing

/// Every row of CPIC and the DPWG against the rule that stands for it.
@Suite(.enabled(if: ReferenceFolder.isAvailable))
struct MappingTests {
  /// One part of the tables and what came of its rows.
  private struct Part {
    var name: String
    var outcomes: [RowCheck.Outcome] = []

    var line: String {
      let agree = outcomes.count { $0.findings.isEmpty }
      let newer = outcomes.count(where: \.isSuperseded)
      let unjudged = outcomes.count { !$0.isJudged }
      let dosed = outcomes.count { $0.doseCount > 0 }
      let doses = outcomes.map(\.doseCount).reduce(0, +)
      return "\(name): \(outcomes.count) rows, \(agree) say the same (\(newer) by a newer text), "
        + "\(unjudged) not judged, \(doses) doses compared in \(dosed)"
    }
  }

  @Test func `every row of the sources is one rule of ours that says the same`() throws {
    let (rows, check) = try RowCheck.shared.get()
    var parts: [Part] = []
    for (name, part) in [
      ("CPIC, complete tables", rows.complete.filter { $0.source == "CPIC" }),
      ("DPWG, complete tables", rows.complete.filter { $0.source == "DPWG" }),
      ("seen in later reports", rows.seen), ("taken by hand", rows.transcribed),
    ] {
      parts.append(Part(name: name, outcomes: part.map(check.check)))
    }
    parts.forEach { print($0.line) }
    let outcomes = parts.flatMap(\.outcomes)
    let findings = outcomes.flatMap(\.findings)
    let exceptions = try ExceptionList("mapping.tsv")
    print(exceptions.tally)

    for finding in exceptions.unlisted(findings) { print("parts: \(finding)") }
    for entry in exceptions.unneeded(findings) { print("no longer needed: \(entry)") }
    #expect(exceptions.unlisted(findings).count == 0, "rows that part are listed with a reason")
    #expect(exceptions.unneeded(findings).count == 0, "a listed exception still is one")
    #expect(exceptions.entries.allSatisfy { !$0.reason.isEmpty })

    #expect(rows.complete.count == 2586)
    #expect(rows.amended.count == 12)
    let advising = outcomes.filter(\.isAdvice)
    let agreed = advising.count { $0.findings.isEmpty }
    print("\(agreed) of \(advising.count) rows that advise say the same")
    #expect(Double(agreed) >= 0.99 * Double(advising.count))
    #expect(advising.count { !$0.isJudged } <= advising.count / 100)
  }

  @Test(arguments: SpoiltRule.allCases)
  func `a rule made wrong is found by the rows it stands for`(way: SpoiltRule) throws {
    let (rows, check) = try RowCheck.shared.get()
    var found = 0
    var total = 0
    for row in rows.complete {
      let outcome = check.check(row)
      guard outcome.isAdvice, outcome.findings.isEmpty else { continue }
      for rule in outcome.rules.compactMap(way.spoil) {
        total += 1
        let isFound = !check.compare(rule, with: row).isEmpty
        found += isFound ? 1 : 0
        if !isFound { print("not found:", way, row.id, rule.id) }
      }
    }
    print("\(way): \(found) of \(total) found")
    #expect(total > 100)
    #expect(Double(found) >= 0.99 * Double(total))
  }
}
