internal import ArgumentParser
internal import Foundation
internal import PatientStore
internal import Reports

/// Where the patient comes from.
struct PatientOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The patient: a file of layout stardose-patient/1, or a JSON result of 'call' or 'report'; "
        + "with --store the patient's id.",
      valueName: "file|id"))
  var patient: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The patient among several samples of a result.", valueName: "name"))
  var sample: String?

  @Option(
    name: .long, help: ArgumentHelp("The store that has the patient.", valueName: "folder"))
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The store's key file; STARDOSE_KEY_FILE if not given.", valueName: "file"))
  var keyFile: String?

  func validate() throws {
    if store != nil, patient == nil {
      throw ValidationError("--store needs the patient's id; give it with --patient")
    }
    if store != nil, sample != nil {
      throw ValidationError("--sample chooses from a file and --store has patients; leave one out")
    }
    if store == nil, keyFile != nil {
      throw ValidationError("--key-file opens a store; name it with --store")
    }
  }

  /// The patient; nil where none is named.
  func document() throws -> PatientDocument? {
    guard let patient else {
      guard sample == nil else {
        throw RequestError("--sample chooses from a result; name it with --patient")
      }
      return nil
    }
    if let store { return try stored(patient, in: store) }
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

  /// The file, as the user named it; nil for none, and for a patient of a store.
  var path: String? { store == nil ? patient : nil }

  /// The name of the patient's file, without folders; empty without one.
  var fileName: String { path.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "" }

  /// A patient of a store, read as the pharmacist who holds its key; the store audits it.
  private func stored(_ id: String, in folder: String) throws -> PatientDocument {
    guard let key = keyFile ?? ProcessInfo.processInfo.environment["STARDOSE_KEY_FILE"] else {
      throw RequestError(
        "the store \(folder) is locked; name its key file with --key-file or STARDOSE_KEY_FILE")
    }
    let store = try EncryptedStore.open(at: folder, key: .keyFile(key))
    defer { store.close() }
    let record = try store.get(
      id, as: Requester(user: NSUserName(), role: .pharmacist, purpose: .pgx))
    var patient = PatientDocument(
      id: record.id, name: record.name, birthDate: record.birthDate, facts: record.facts,
      medications: record.medications)
    if let calls = record.calls {
      let text = String(decoding: calls, as: UTF8.self)
      patient.calls = try PatientDocument(text, file: "the stored result").calls
    }
    return patient
  }
}
