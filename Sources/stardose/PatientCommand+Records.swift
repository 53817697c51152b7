internal import ArgumentParser
internal import Foundation
internal import PatientStore
internal import Reports

/// `stardose patient add`.
struct PatientAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Store patients, new or in place of what was there.",
    discussion: """
      A file is a patient document (stardose-patient/1) or a result of 'stardose call --format json' of one \
      sample. A line is printed for each patient once the disk has it. A record can be read only under a \
      recorded consent.
      """)

  @OptionGroup var options: StoreOptions

  @Argument(help: ArgumentHelp("The patients' files.", valueName: "file"))
  var files: [String]

  @OptionGroup var consent: ConsentOptions

  func run() throws {
    try options.withStore { store in
      let consents = try consent.consents()
      for file in files {
        let document = try PatientDocument(
          TextFile.read(file), file: file,
          reference: { path in
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            return try TextFile.read(URL(fileURLWithPath: path, relativeTo: folder).path)
          })
        let record = PatientRecord(document)
        try store.put(record, consents: consents, as: options.requester(.lab, .pgx))
        print("\(file): stored")
      }
    }
  }
}

/// `stardose patient list`.
struct PatientListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List patients by name: id, name, date of birth.")

  @OptionGroup var options: StoreOptions

  @Option(name: .long, help: "Only those whose name, id or date of birth fits.")
  var find: String?

  @Option(name: .long, help: "How many at most.")
  var limit = 100

  func run() throws {
    try options.withStore { store in
      let requester = options.requester(.pharmacist, .pgx)
      let patients =
        if let find {
          try store.find(find, limit: limit, as: requester)
        } else {
          try store.list(limit: limit, as: requester)
        }
      for patient in patients {
        print([patient.id, patient.name ?? "-", patient.birthDate ?? "-"].joined(separator: "\t"))
      }
    }
  }
}

/// `stardose patient consent`.
struct PatientConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Show, record or withdraw what a patient agreed to.",
    discussion: "The purposes are pgx, secondaryFindings and research.")

  @OptionGroup var options: StoreOptions

  @Argument(help: "The patient's id.")
  var id: String

  @OptionGroup var granted: ConsentOptions

  @Option(
    name: .long, help: "A purpose that the patient no longer agrees to.",
    transform: ConsentOptions.purpose)
  var withdraw: [Purpose] = []

  func run() throws {
    try options.withStore { store in
      let requester = options.requester(.admin)
      for purpose in granted.consent {
        try store.setConsent(purpose, expires: granted.expires, of: id, as: requester)
      }
      for purpose in withdraw { try store.withdrawConsent(purpose, of: id, as: requester) }
      let consents = try store.consents(of: id, as: requester)
      for purpose in Purpose.allCases where purpose != .operations {
        print("\(purpose.rawValue): \(Self.words(consents[purpose]))")
      }
    }
  }

  private static func words(_ consent: Consent?) -> String {
    guard let consent else { return "no consent is recorded" }
    var words = "granted \(day(consent.granted))"
    if let expires = consent.expires { words += ", expires \(day(expires))" }
    if let withdrawn = consent.withdrawn { words += ", withdrawn \(day(withdrawn))" }
    return words
  }

  private static func day(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle().year().month().day())
  }
}

/// `stardose patient erase`.
struct PatientEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase a patient: the data key first, then the record.",
    discussion: """
      Copies of patients.sqlite can't be read for this patient any more; copies of keys.sqlite from before \
      still hold the wrapped key, so throw those away.
      """)

  @OptionGroup var options: StoreOptions

  @Argument(help: "The patient's id.")
  var id: String

  func run() throws {
    try options.withStore { store in
      try store.erase(id, as: options.requester(.admin))
      print("erased")
    }
  }
}

extension PatientRecord {
  /// The record of a document; its calls are kept as a document with nothing else in it.
  fileprivate init(_ document: PatientDocument) {
    self.init(
      id: document.id, name: document.name, birthDate: document.birthDate, facts: document.facts,
      medications: document.medications)
    guard document.calls != .none else { return }
    calls = Data(PatientDocument(id: "calls", calls: document.calls).json.utf8)
  }
}
