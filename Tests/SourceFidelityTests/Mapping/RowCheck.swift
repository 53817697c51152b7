import Foundation
import Knowledge

/// Rows of the sources held against the knowledge base, one at a time.
struct RowCheck: Sendable {
  /// All rows and how they are checked, made once for all tests.
  static let shared = Result {
    let rows = try SourceRows()
    return (rows: rows, check: RowCheck(knowledge: try CheckedKnowledge.shared.get(), rows: rows))
  }

  private let knowledge: CheckedKnowledge
  private let newest: NewestText
  /// Each text once, as it was read.
  private let readings: [String: TextReading]

  init(knowledge: CheckedKnowledge, rows: SourceRows) {
    self.knowledge = knowledge
    newest = NewestText(rows: rows, genes: knowledge.genes)
    let texts = Set((rows.all + rows.amended).map(\.text))
    readings = Dictionary(uniqueKeysWithValues: texts.map { ($0, TextReading($0)) })
  }

  /// What was found for a row.
  struct Outcome {
    var findings: [Finding] = []
    /// The rules that stand for it, each once.
    var rules: [GuidanceRule] = []
    /// Whether the words of its text told what to compare.
    var isJudged: Bool
    /// Whether it advises anything, rather than tell the caller how to spell a result.
    var isAdvice: Bool
    /// Whether a later text was compared in the place of its own.
    var isSuperseded: Bool
    /// How many doses were compared.
    var doseCount: Int
  }

  /// Compares a row with the rules that hold for it.
  func check(_ row: SourceRow) -> Outcome {
    let current = newest.row(for: row)
    let read = readings[current.text] ?? TextReading(current.text)
    var outcome = Outcome(
      isJudged: read.advice.isClear, isAdvice: !current.text.contains("is not a valid input"),
      isSuperseded: current.text != row.text, doseCount: read.doses.advised.count)
    guard let guideline = knowledge.guideline(row.source, row.guideline, drug: row.drugID) else {
      outcome.findings = [row.finding(.mapping, "no guideline \(row.guideline) of \(row.source)")]
      return outcome
    }
    let people = People(row.population, guideline: row.guideline)
    for combination in row.combinations {
      let candidates = guideline.rules.filter { holds($0, combination) }
      for group in people.groups {
        let rules = candidates.filter { people.fits(group, population: $0.population) }
        if let rule = rules.first, rules.count == 1 {
          if !outcome.rules.contains(rule) { outcome.rules.append(rule) }
        } else {
          let detail = "\(rules.count) rules for \(combination.map(\.result)) \(group)"
          outcome.findings.append(row.finding(.mapping, detail))
        }
      }
    }
    outcome.findings += outcome.rules.flatMap { compare($0, with: row) }
    return outcome
  }

  /// Where a rule parts from a row's newest text.
  func compare(_ rule: GuidanceRule, with row: SourceRow) -> [Finding] {
    let current = newest.row(for: row)
    let read = readings[current.text] ?? TextReading(current.text)
    var found: [Finding] = []
    if rule.strength != current.strength {
      let detail = "\(rule.id) is graded '\(rule.strength)', the row '\(current.strength)'"
      found.append(row.finding(.strength, detail))
    }
    if read.advice.isClear {
      found += read.advice.disagreements(with: rule).map {
        row.finding(.action, "\(rule.id): \($0)")
      }
    }
    if rule.action == .increaseDose, rule.alsoActions.contains(.reduceDose), !rule.doses.isEmpty,
      rule.doses.allSatisfy({ $0.lowers || $0.phase == .start && $0.quantity == .maximum })
    {
      found.append(
        row.finding(.action, "\(rule.id): the dose lowers or caps what the action raises"))
    }
    let missing = read.doses.missing(from: rule).joined(separator: ", ")
    if !missing.isEmpty { found.append(row.finding(.dose, "\(rule.id) lacks \(missing)")) }
    let invented = read.doses.invented(by: rule).joined(separator: ", ")
    if !invented.isEmpty {
      found.append(row.finding(.dose, "\(rule.id) has \(invented), the text does not"))
    }
    if row.hasSourceID, !rule.sourceRows.contains(row.id) {
      found.append(row.finding(.row, "\(rule.id) does not name the row"))
    }
    return found
  }

  private func holds(
    _ rule: GuidanceRule, _ combination: [(gene: String, result: ResultKey)]
  ) -> Bool {
    rule.conditions.count == combination.count
      && combination.allSatisfy { gene, result in
        rule.conditions.contains {
          $0.gene == gene && result.satisfies($0.requirement, gene: knowledge.genes[gene])
        }
      }
  }
}

extension SourceRow {
  /// A finding about the row.
  fileprivate func finding(_ check: Finding.Check, _ detail: String) -> Finding {
    Finding(row: id, drug: drugID, key: key, check: check, detail: detail)
  }
}
