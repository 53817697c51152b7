import Foundation
import Guidance
package import Knowledge

/// The published accuracy of warfarin's equations, found again with the equations of the knowledge base.
package struct Reproduction {
  /// The lines of the table.
  package private(set) var lines: [Line] = []
  private let equations: [String: DoseEquation]

  /// A figure as listed and as found.
  package struct Line {
    /// Whose figure it is.
    package let name: String
    /// What the figure is.
    package let figure: String
    /// The figure listed.
    package let listed: String
    /// The figure found, with as many digits.
    package let found: String

    /// Whether they agree to every digit listed.
    package var agrees: Bool { listed == found }
  }

  /// Works all lines out; nil if the knowledge base lacks one of the equations.
  package init?(_ table: PatientTable, equations: [DoseEquation]) {
    let ids = [
      "warfarin-iwpc", "warfarin-iwpc-clinical", "warfarin-gage", "warfarin-gage-clinical",
    ]
    self.equations = Dictionary(equations.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    guard ids.allSatisfy({ self.equations[$0] != nil }) else { return nil }
    let all = table.patients
    let roots = all.map { $0.weekly.squareRoot() }
    let stable = all.map(\.weekly)
    for (id, name, listed) in [
      ("warfarin-iwpc", "IWPC with genes", ("0.499", "8.37", "46.3")),
      ("warfarin-iwpc-clinical", "IWPC without genes", ("0.314", "10.00", "39.4")),
    ] {
      let sums = all.map { evaluate(id, $0.inputs).sum }
      let doses = all.map { evaluate(id, $0.inputs).weekly }
      let accuracy = Accuracy(
        predicted: doses, stable: stable, explained: Accuracy.explained(sums, roots))
      add(name, accuracy, "4302", listed.0, listed.1, listed.2)
    }
    add(
      "5 mg a day", Accuracy(predicted: all.map { _ in 35 }, stable: stable), "4302", nil, "13.22",
      "29.8")
    addGage(all.filter(\.isDirect))
    addGroups(all.filter(\.isComplete))
  }

  private mutating func addGage(_ patients: [PatientTable.Patient]) {
    let evaluations = patients.map { patient in
      var inputs = patient.inputs
      inputs.genotypes = patient.direct
      // One allele without a term counts as the reference, as in a count of *2 and *3.
      inputs.genotypes["CYP2C9"] = patient.direct["CYP2C9"] ?? "*1/*1"
      return evaluate("warfarin-gage", inputs)
    }
    let stable = patients.map(\.weekly)
    add(
      "Gage with genes",
      Accuracy(
        predicted: evaluations.map(\.weekly), stable: stable,
        explained: Accuracy.correlation(evaluations.map(\.sum), stable.map { log($0 / 7) })),
      "3450", "0.499", "8.29", "46.6")
  }

  private mutating func addGroups(_ patients: [PatientTable.Patient]) {
    let groups: [(String, (PatientTable.Patient) -> Bool, String, String, Int)] = [
      ("White", { $0.ancestry == "white" }, "48.6", "38.0", 1),
      ("Asian", { $0.ancestry == "asian" }, "41.9", "39.0", 1),
      ("Black", { $0.ancestry == "black" }, "43.9", "45.9", 1),
      ("at most 21 mg a week", { $0.weekly <= 21 }, "36", "24", 0),
      ("at least 49 mg a week", { $0.weekly >= 49 }, "34", "14", 0),
    ]
    for (name, belongs, with, without, digits) in groups {
      let group = patients.filter(belongs)
      for (id, words, listed) in [
        ("warfarin-iwpc", "with genes", with), ("warfarin-iwpc-clinical", "without genes", without),
      ] {
        let accuracy = Accuracy(
          predicted: group.map { evaluate(id, $0.inputs).weekly }, stable: group.map(\.weekly))
        lines.append(
          Line(
            name: "\(name), IWPC \(words)", figure: "within 20 %, n=\(accuracy.count)",
            listed: listed, found: Self.text(accuracy.withinFifth, digits)))
      }
    }
  }

  private func evaluate(_ id: String, _ inputs: DoseInputs) -> DoseEvaluation {
    guard let evaluation = equations[id]?.evaluate(inputs) else {
      preconditionFailure("\(id) lacks a value that every patient of the table has")
    }
    return evaluation
  }

  private mutating func add(
    _ name: String, _ accuracy: Accuracy, _ count: String, _ explained: String?, _ error: String,
    _ within: String
  ) {
    lines.append(
      Line(name: name, figure: "patients", listed: count, found: "\(accuracy.count)"))
    if let explained, let found = accuracy.explained {
      lines.append(
        Line(name: name, figure: "R²", listed: explained, found: Self.text(found, 3)))
    }
    lines.append(
      Line(
        name: name, figure: "mean error, mg/week", listed: error,
        found: Self.text(accuracy.meanError, 2)))
    lines.append(
      Line(
        name: name, figure: "within 20 %", listed: within,
        found: Self.text(accuracy.withinFifth, 1)))
  }

  private static func text(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// The table as text.
  package var table: String {
    let rows =
      [["", "", "listed", "found"]] + lines.map { [$0.name, $0.figure, $0.listed, $0.found] }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
