import Guidance

/// Reads a patient document strictly: every key known, every value of its kind and possible.
struct PatientDocumentReader {
  let file: String
  let sample: String?
  let reference: ((_ path: String) throws -> String)?

  private static let keys = [
    "layout", "id", "name", "birthDate", "facts", "medications", "genes", "report", "sample",
  ]
  private static let geneKeys = ["gene", "diplotype", "phenotype", "activityScore"]

  /// Reads a text.
  func read(_ text: String) throws(PatientDocumentError) -> PatientDocument {
    try read(Self.value(of: text, file: file))
  }

  /// Reads a value.
  func read(_ value: JSONValue) throws(PatientDocumentError) -> PatientDocument {
    guard value.isObject else {
      throw PatientDocumentError(
        .wrongKind(key: "document", found: value.kindOfValue, wanted: "an object in braces"),
        file: file)
    }
    let layout = value["layout"]?.text
    if layout == JSONReport.layout { return try patient(of: value, sample, file: file) }
    guard layout == PatientDocument.layout else {
      throw PatientDocumentError(.otherLayout(layout), file: file)
    }
    return try read(
      JSONObject(value, "the document", Self.keys, file: file, line: 1))
  }

  private func read(_ object: JSONObject) throws(PatientDocumentError) -> PatientDocument {
    guard let id = try object.text("id") else {
      throw PatientDocumentError(.missing(key: "id"), file: file)
    }
    guard id.count <= 100,
      id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw PatientDocumentError(
        .wrongKind(
          key: "id",
          found: id.count > 100 ? "\(id.count) characters long" : "a text with a tab or line break",
          wanted: "at most 100 characters on one line"),
        file: file, line: object.line(of: "id"))
    }
    var patient = PatientDocument(id: id)
    patient.name = try object.text("name")
    patient.birthDate = try object.text("birthDate")
    if let date = patient.birthDate, CalendarDay(date) == nil,
      let member = object.member("birthDate")
    {
      throw object.wrongKind(member, "a day such as \"1956-03-31\"")
    }
    if let facts = object.member("facts") {
      patient.facts = try FactsReader(file: file).read(facts.value, line: facts.line)
    }
    patient.medications = try object.texts("medications")
    patient.calls = try calls(object)
    return patient
  }

  private func calls(_ object: JSONObject) throws(PatientDocumentError) -> PatientDocument.Calls {
    let named = try object.text("sample")
    let chosen = sample ?? named
    guard let report = object.member("report") else {
      guard let genes = object.member("genes") else { return .none }
      return .stated(try stated(genes, object))
    }
    guard object.member("genes") == nil else {
      throw PatientDocumentError(.genesAndReport, file: file, line: report.line)
    }
    switch report.value {
    case .object:
      return try patient(of: report.value, chosen, file: file).calls
    case .string(let path):
      guard let reference else {
        throw PatientDocumentError(.referenceRefused(path: path), file: file, line: report.line)
      }
      let text: String
      do {
        text = try reference(path)
      } catch {
        throw PatientDocumentError(.referenceUnread("\(error)"), file: file, line: report.line)
      }
      return try patient(of: Self.value(of: text, file: path), chosen, file: path).calls
    default:
      throw object.wrongKind(report, "a result of 'stardose call --format json' or its path")
    }
  }

  private func stated(
    _ member: JSONValue.Member, _ object: JSONObject
  ) throws(PatientDocumentError) -> [StatedGene] {
    guard case .array(let elements) = member.value else {
      throw object.wrongKind(member, "a list of objects in brackets")
    }
    var genes: [StatedGene] = []
    for element in elements {
      let line = element.members.first?.line ?? member.line
      let one = try JSONObject(
        element, "a member of 'genes'", Self.geneKeys, file: file, line: line)
      guard let gene = try one.text("gene") else {
        throw PatientDocumentError(.missing(key: "gene"), file: file, line: line)
      }
      genes.append(
        StatedGene(
          gene: gene, diplotype: try one.text("diplotype"), phenotype: try one.text("phenotype"),
          activityScore: try one.word("activityScore"), line: line))
    }
    return genes
  }

  /// The JSON of a text, with or without a byte order mark.
  private static func value(
    of text: String, file: String
  ) throws(PatientDocumentError) -> JSONValue {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "{" || first == "[" else {
      throw PatientDocumentError(
        .notADocument(isVariants: text.hasPrefix("##fileformat=VCF")), file: file)
    }
    do throws(JSONReader.Fault) {
      return try JSONReader.read(Substring(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
    } catch {
      throw PatientDocumentError(.notJSON(error.problem), file: file, line: error.line)
    }
  }

  /// The patient a report of one sample, or one sample of a report, is about.
  private func patient(
    of report: JSONValue, _ sample: String?, file: String
  ) throws(PatientDocumentError) -> PatientDocument {
    let text = report.compactText
    let stored: StoredReport
    do throws(StoredReportError) {
      stored = try StoredReport(text, file: file)
    } catch {
      throw PatientDocumentError(.report(error), file: file)
    }
    let id = stored.sampleIDs[try stored.index(of: sample)]
    return PatientDocument(id: id, calls: .report(text: text, sample: id))
  }
}
