import Guidance

/// Reading the few parts of FHIR resources that are needed, from values that may be anything.
extension JSONValue {
  /// The type of a resource; nil for anything else.
  var resourceType: String? { self["resourceType"]?.text }

  /// The resources of a bundle, or the resource itself.
  var resources: [JSONValue] {
    switch resourceType {
    case "Bundle": self["entry"]?.elements.compactMap { $0["resource"] } ?? []
    case nil: []
    default: [self]
    }
  }

  /// The codes of a system in a concept.
  func codes(of system: String) -> [String] {
    self["coding"]?.elements.filter { $0["system"]?.text == system }
      .compactMap { $0["code"]?.word } ?? []
  }

  /// The words of a concept: its text, else the first display.
  var words: String {
    if let text = self["text"]?.text?.trimmed, !text.isEmpty { return text }
    return self["coding"]?.elements.compactMap { $0["display"]?.text?.trimmed }
      .first { !$0.isEmpty } ?? ""
  }
}

extension OrderedMedicine {
  /// The orders for medicines among resources; cancelled ones and orders not to give are left out.
  static func all(in resources: [JSONValue]) -> [OrderedMedicine] {
    resources.compactMap { resource in
      guard resource.resourceType == "MedicationRequest",
        !Self.closed.contains(resource["status"]?.text ?? ""),
        resource["doNotPerform"] != .bool(true)
      else { return nil }
      return OrderedMedicine(resource, among: resources)
    }
  }

  private static let closed: Set = ["cancelled", "entered-in-error", "stopped", "completed"]

  private init(_ order: JSONValue, among resources: [JSONValue]) {
    let link = order["medicationReference"]
    let target = link?["reference"]?.text ?? ""
    let contained = (order["contained"]?.elements ?? []) + resources
    let medication = contained.first { candidate in
      guard candidate.resourceType == "Medication", let id = candidate["id"]?.text else {
        return false
      }
      return target == "#\(id)" || target == "Medication/\(id)"
    }
    let concept = order["medicationCodeableConcept"] ?? medication?["code"]
    rxnorm = concept?.codes(of: FHIRCode.rxnormSystem) ?? []
    let words = concept?.words ?? ""
    text = words.isEmpty ? link?["display"]?.text?.trimmed ?? "" : words
    reference = order["id"]?.text.map { "MedicationRequest/\($0)" } ?? ""
  }
}
