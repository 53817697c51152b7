import Foundation
import Knowledge
import KnowledgeCompiler

/// Finds the published accuracy of warfarin's equations again: `swift run warfarin-accuracy TABLE.csv`.
@main struct WarfarinAccuracy {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2 || arguments.count == 3 else {
      print("usage: warfarin-accuracy TABLE.csv [KNOWLEDGEBASE]")
      exit(2)
    }
    let folder = arguments.count == 3 ? arguments[2] : "knowledgebase"
    let table = try PatientTable(path: arguments[1])
    let equations = try KnowledgeCompilation.load(directory: folder).equations
    guard let reproduction = Reproduction(table, equations: equations) else {
      print("\(folder): an equation of warfarin is missing")
      exit(3)
    }
    print("\(table.count) patients, \(table.patients.count) stable with age, height and weight\n")
    print(reproduction.table)
    let differing = reproduction.lines.filter { !$0.agrees }
    print(
      differing.isEmpty
        ? "\nEvery figure agrees." : "\nOther than listed: \(differing.map(\.name))")
    exit(differing.isEmpty ? 0 : 1)
  }
}
