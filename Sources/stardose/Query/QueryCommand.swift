internal import ArgumentParser
internal import Foundation
internal import Guidance
internal import Knowledge
internal import Reports

/// `stardose query`: one patient, a list of medicines, what to do.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Review a patient's medicines: genes, other medicines, organs, age and habits.",
    discussion: """
      The most urgent answer comes first; each says what to do, what to give instead, the dose, why, \
      who says so, what would change it and what was not tested. Brand names and small misspellings \
      are understood; what is not recognised is shown first and never dropped. With --add, --stop or \
      --what-if only what changes is shown.
      """)

  @OptionGroup(title: "Patient") var patient: PatientOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The whole medication list, parted by commas, in place of the file's (may be repeated).",
      valueName: "list"))
  var medications: [String] = []

  @OptionGroup(title: "What is known of the patient") var facts: FactOptions
  @OptionGroup(title: "What if") var whatIf: WhatIfOptions
  @OptionGroup(title: "Knowledge") var knowledge: KnowledgeOptions

  @Option(name: .shortAndLong, help: "The format to write.")
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if not given.", valueName: "path"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write what the answer was worked out from as well, for 'stardose replay'.",
      valueName: "path"))
  var trace: String?

  /// The formats an answer can be written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, trace

    var answer: ReviewRequest.Format { self == .text ? .text : .json }
  }

  func validate() throws {
    if trace != nil, format == .trace {
      throw ValidationError("--trace and --format trace write the same; keep one of the two")
    }
    if let trace, trace == (output ?? "-") {
      throw ValidationError(
        "--trace and --output name the same place; the trace takes a file of its own")
    }
  }

  func run() throws {
    let (asked, remarks) = try asked()
    let knowledge = try knowledge.open()
    // Read with the lines of the user's own file, for the sentences about it.
    if let path = patient.path, case .stated = asked.calls {
      _ = try PatientLookup(knowledge).results(of: asked, file: path)
    }
    let request = ReviewRequest(
      patient: asked, file: patient.fileName, change: try change(of: asked, in: knowledge),
      format: format.answer, remarks: remarks)
    let engine = "stardose \(Edition.version)"
    let answer = try request.answer(from: knowledge, engine: engine)
    if format == .trace || trace != nil {
      let document = ReviewTrace(
        engine: engine,
        knowledge: ReviewTrace.Knowledge(
          identity: knowledge.identity, version: knowledge.version,
          sha256: try self.knowledge.sha256()),
        request: request, answer: answer
      ).document
      if format == .trace { return try Self.write(document, to: output) }
      try Self.write(document, to: trace)
    }
    try Self.write(answer, to: output)
  }

  /// The patient, with everything that options say laid over the file, and remarks on that.
  private func asked() throws -> (patient: PatientDocument, remarks: [String]) {
    let file = try patient.document()
    var asked = file ?? PatientDocument(id: "unnamed")
    var remarks: [String] = []
    asked.facts = asked.facts.overlaid(with: try facts.facts())
    if asked.facts.ageYears == nil { asked.facts.ageYears = asked.ageYears(on: Self.today) }
    try Self.refuseImpossible(asked.facts)
    let given = medications.flatMap(Self.lines)
    if !given.isEmpty {
      if !asked.medications.isEmpty {
        let kept = asked.medications.joined(separator: ", ")
        remarks.append(
          "the list of the patient's file (\(kept)) is not used, as --medications gives the whole "
            + "list; name there what is still taken")
      }
      asked.medications = given
    }
    guard !asked.medications.isEmpty || !whatIf.add.isEmpty else {
      throw RequestError(
        "the medication list is empty; name the medicines with --medications, "
          + "such as --medications \"clopidogrel, omeprazole 20 mg\"")
    }
    return (asked, remarks)
  }

  /// The list and facts as they would be; nil where nothing is asked to change.
  private func change(
    of asked: PatientDocument, in knowledge: KnowledgeBase
  ) throws -> ReviewRequest.Change? {
    guard !whatIf.isEmpty else { return nil }
    var list = asked.medications.flatMap(Self.lines)
    for name in whatIf.stop {
      let wanted = try knowledge.medicine(named: name)?.medicine.id
      let left = try list.filter { line in
        if line.lowercased() == name.lowercased() { return false }
        guard let wanted else { return true }
        return try knowledge.medicine(named: line)?.medicine.id != wanted
      }
      guard left.count < list.count else {
        throw RequestError(
          "--stop '\(name)' is not on the medication list; name a medicine that is")
      }
      list = left
    }
    list += whatIf.add.flatMap(Self.lines)
    let facts = asked.facts.overlaid(with: try whatIf.facts())
    try Self.refuseImpossible(facts)
    return ReviewRequest.Change(medications: list, facts: facts)
  }

  /// The lines of a list as typed.
  private static func lines(_ text: String) -> [String] {
    text.split { $0.isNewline || $0 == "," || $0 == ";" }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func refuseImpossible(_ facts: PatientFacts) throws {
    if let impossible = facts.firstImpossible { throw RequestError(impossible.sentence) }
  }

  /// The day, for the age of a patient of whom the date of birth is known.
  private static var today: String {
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", now.year ?? 0, now.month ?? 0, now.day ?? 0)
  }

  private static func write(_ text: String, to path: String?) throws {
    var file = try OutputFile(path: path)
    try file.write(text)
    try file.finish()
  }
}
