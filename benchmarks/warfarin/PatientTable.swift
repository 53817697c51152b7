import Foundation
package import Guidance
import Knowledge

/// The consortium's table of patients (CSV, one line of titles), read as inputs of dose equations.
///
/// The table is published by ClinPGx under CC BY-SA 4.0 and is not part of this repository.
package struct PatientTable {
  /// The patients with a stable dose, an age band, height and weight.
  package let patients: [Patient]
  /// The number of patients in the table.
  package let count: Int

  /// One patient of the table.
  package struct Patient {
    /// The stable dose in mg a week.
    package let weekly: Double
    /// The ancestry as the equations name it; nil for unknown.
    package let ancestry: String?
    /// The inputs; the age is the middle of the ten years stated.
    package let inputs: DoseInputs
    /// The genotypes as genotyped, without any inferred from a neighbouring variant.
    package let direct: [String: String]
    /// Whether both genotypes were seen at the places the equations name, in any allele.
    package let isDirect: Bool
    /// Whether both genotypes are known, or inferred, and the equations have terms for them.
    package let isComplete: Bool
  }

  /// Reads a file.
  package init(path: String) throws {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var lines = Self.rows(text)
    let titles = lines.isEmpty ? [] : lines.removeFirst()
    let columns = Dictionary(
      titles.enumerated().map { ($1.trimmingCharacters(in: .init(charactersIn: "\u{FEFF}")), $0) },
      uniquingKeysWith: { first, _ in first })
    let rows = lines.map { Row(columns: columns, cells: $0) }
      .filter { !$0["PharmGKB Subject ID"].isEmpty }
    count = rows.count
    patients = rows.compactMap(Self.patient)
  }

  private struct Row {
    let columns: [String: Int]
    let cells: [String]

    subscript(title: String) -> String {
      guard let index = columns[title], index < cells.count else { return "" }
      return cells[index]
    }

    func number(_ title: String) -> Double? {
      Double(self[title]).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  private static func patient(_ row: Row) -> Patient? {
    guard row["Subject Reached Stable Dose of Warfarin"] == "1",
      let weekly = row.number("Therapeutic Dose of Warfarin"),
      let decade = row["Age"].first?.wholeNumberValue, let height = row.number("Height (cm)"),
      let weight = row.number("Weight (kg)")
    else { return nil }
    var inputs = DoseInputs()
    inputs.measures[.ageYears] = Double(decade * 10 + 5)
    inputs.measures[.heightCm] = height
    inputs.measures[.weightKg] = weight
    inputs.measures[.targetINR] = row.number("Target INR")
    inputs.facts[.ancestry] =
      ["White": "white", "Asian": "asian", "Black or African American": "black"][row["Race"]]
    inputs.facts[.smoking] = ["1": "current", "0": "never"][row["Current Smoker"]]
    let indication = row["Indication for Warfarin Treatment"]
    inputs.facts[.thrombosis] = indication.contains("1") || indication.contains("2") ? "yes" : "no"
    for (title, medicine) in [
      "Amiodarone (Cordarone)": "amiodarone", "Carbamazepine (Tegretol)": "carbamazepine",
      "Phenytoin (Dilantin)": "phenytoin", "Rifampin or Rifampicin": "rifampin",
    ] where row[title] == "1" { inputs.medicines.insert(medicine) }
    let cyp2c9 = row["CYP2C9 consensus"]
    let vkorc1 = row["VKORC1 -1639 consensus"]
    let inferred = known(vkorc1) ? vkorc1 : inferredVKORC1(row, inputs.facts[.ancestry])
    var direct: [String: String] = [:]
    let hasTerm = ["*1/*1", "*1/*2", "*1/*3", "*2/*2", "*2/*3", "*3/*3"].contains(cyp2c9)
    if hasTerm { direct["CYP2C9"] = cyp2c9 }
    inputs.genotypes = direct
    if known(vkorc1) { direct["VKORC1"] = term(vkorc1) }
    if let inferred { inputs.genotypes["VKORC1"] = term(inferred) }
    return Patient(
      weekly: weekly, ancestry: inputs.facts[.ancestry], inputs: inputs, direct: direct,
      isDirect: known(vkorc1) && known(cyp2c9), isComplete: inferred != nil && hasTerm)
  }

  private static func known(_ cell: String) -> Bool { !cell.isEmpty && cell != "NA" }

  private static func term(_ genotype: String) -> String {
    "-1639 " + genotype.replacing("/", with: "")
  }

  /// The consortium's inference from variants that go with it, not in Black or unknown patients but for
  /// 1173C>T.
  private static func inferredVKORC1(_ row: Row, _ ancestry: String?) -> String? {
    let isOther = ancestry == "white" || ancestry == "asian"
    let byMarker: [(String, [String: String], Bool)] = [
      ("VKORC1 2255 consensus", ["C/C": "G/G", "C/T": "A/G", "T/T": "A/A"], isOther),
      ("VKORC1 1173 consensus", ["C/C": "G/G", "C/T": "A/G", "T/T": "A/A"], true),
      ("VKORC1 1542 consensus", ["G/G": "G/G", "C/G": "A/G", "C/C": "A/A"], isOther),
    ]
    for (title, meaning, isUsable) in byMarker where isUsable {
      if let genotype = meaning[row[title]] { return genotype }
    }
    return nil
  }

  /// The cells of each line, quotes taken off.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
  }
}
