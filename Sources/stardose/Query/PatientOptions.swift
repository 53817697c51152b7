internal import ArgumentParser
internal import Foundation
internal import Reports

/// Where the patient comes from.
struct PatientOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The patient: a file of layout stardose-patient/1, or a JSON result of 'call' or 'report'.",
      valueName: "file"))
  var patient: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The patient among several samples of a result.", valueName: "name"))
  var sample: String?

  /// The patient; one of whom nothing is known where none is named.
  func document() throws -> PatientDocument? {
    guard let patient else {
      guard sample == nil else {
        throw RequestError("--sample chooses from a result; name it with --patient")
      }
      return nil
    }
    let place = URL(fileURLWithPath: patient)
    if (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false {
      throw RequestError("\(patient): this is a folder; name the patient's file in it")
    }
    let folder = place.deletingLastPathComponent()
    return try PatientDocument(TextFile.read(patient), file: patient, sample: sample) { path in
      try TextFile.read(
        path.hasPrefix("/") ? path : folder.appendingPathComponent(path).path)
    }
  }

  /// The name of the patient's file, without folders; empty without one.
  var fileName: String { patient.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "" }
}
