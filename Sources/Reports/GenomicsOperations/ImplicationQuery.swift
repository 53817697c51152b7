import Guidance

/// What is asked of `$find-subject-tx-implications` or `$find-population-tx-implications`.
public struct ImplicationQuery: Sendable, Hashable {
  /// The patient's id; nil for a population.
  public let subject: String?
  /// The diplotypes or haplotypes asked for, `GENE *1/*2` or `GENE *2`; empty for all.
  let haplotypes: [String]
  /// The medicines asked for: RxNorm codes or names; empty for all.
  let treatments: [Treatment]
  /// Whether germline results are wanted; without them nothing is found.
  let isGermline: Bool
  /// Whether the ids of a population's patients are wanted.
  let includesPatients: Bool

  /// A medicine asked for.
  enum Treatment: Sendable, Hashable {
    case rxnorm(String)
    case name(String)
  }

  private static let shared = [
    "variants", "haplotypes", "treatments", "conditions", "genomicSourceClass",
  ]
  private static let subjectOnly = [
    "subject", "ranges", "testIdentifiers", "testDateRange", "specimenIdentifiers",
  ]

  /// Reads the parameters of an operation.
  ///
  /// - Throws: a refusal: 400 for what the operation does not have or can't be read, 422 for what it
  ///   has and this service can't answer by.
  init(_ query: [(name: String, value: String)], isSubject: Bool) throws(ServiceReply) {
    let known = Self.shared + (isSubject ? Self.subjectOnly : ["includePatientList"])
    var values: [String: [String]] = [:]
    for (name, value) in query {
      guard known.contains(name) else {
        throw .refusal(
          400, "There is no parameter \(name.quoted); \(known.listed("and")) are known.")
      }
      values[name, default: []] += Self.parts(value)
    }
    for name in [
      "variants", "ranges", "conditions", "testIdentifiers", "testDateRange",
      "specimenIdentifiers",
    ] where !(values[name] ?? []).isEmpty {
      throw .refusal(
        422, "'\(name)' can't be answered here; ask by 'haplotypes' or 'treatments'.")
    }
    if isSubject {
      let subjects = values["subject"] ?? []
      guard subjects.count == 1 else {
        throw .refusal(
          400, subjects.isEmpty ? "'subject' is missing." : "'subject' is given more than once.")
      }
      let written = subjects[0]
      subject = written.hasPrefix("Patient/") ? String(written.dropFirst(8)) : written
    } else {
      subject = nil
    }
    haplotypes = try (values["haplotypes"] ?? []).map { (text) throws(ServiceReply) in
      let token = Self.token(text)
      guard token.code.split(separator: " ").count >= 2 else {
        throw .refusal(
          400, "'haplotypes' has \(text.quoted); a gene and a haplotype or diplotype are wanted.")
      }
      return token.code
    }
    treatments = try (values["treatments"] ?? []).map { (text) throws(ServiceReply) in
      let token = Self.token(text)
      switch token.system {
      case nil: return .name(token.code)
      case FHIRCode.rxnormSystem: return .rxnorm(token.code)
      case let system?:
        throw .refusal(
          422, "'treatments' has codes of \(system.quoted); \(FHIRCode.rxnormSystem) is known.")
      }
    }
    isGermline = try Self.isGermline(values["genomicSourceClass"] ?? [])
    switch values["includePatientList"] ?? [] {
    case [], ["false"]: includesPatients = false
    case ["true"]: includesPatients = true
    default: throw .refusal(400, "'includePatientList' must be true or false.")
    }
  }

  private static func isGermline(_ values: [String]) throws(ServiceReply) -> Bool {
    let words = values.map { token($0).code.lowercased() }
    guard let word = words.first else { return true }
    guard words.count == 1 else {
      throw .refusal(400, "'genomicSourceClass' is given more than once.")
    }
    switch word {
    case "germline", "la6683-2": return true
    case "somatic", "la6684-0": return false
    default:
      throw .refusal(400, "'genomicSourceClass' is \(word.quoted); germline or somatic is wanted.")
    }
  }

  /// The values of a list: parted by commas, unless a backslash or a blank says otherwise.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if isEscaped {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ",", next != " " {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  private static func token(_ text: String) -> (system: String?, code: String) {
    guard let bar = text.firstIndex(of: "|") else { return (nil, text.trimmed) }
    let system = String(text[..<bar]).trimmed
    return (system.isEmpty ? nil : system, String(text[text.index(after: bar)...]).trimmed)
  }
}
