import Guidance

/// Reads the body of a CDS Hooks request and holds it to the specification.
struct CDSRequestReader {
  let service: CDSService

  /// Reads a body.
  ///
  /// - Throws: a refusal (400) that names what is missing or wrong.
  func read(_ body: [UInt8]) throws(ServiceReply) -> CDSRequest {
    let root = try RequestBody.read(body)
    guard root.isObject else { throw .refusal(400, "The body is no JSON object.") }
    let hook = try RequestBody.text("hook", in: root)
    guard hook == service.hook else {
      throw .refusal(
        400, "The hook is \(hook.quoted), but '\(service.rawValue)' is for '\(service.hook)'.")
    }
    let instance = try RequestBody.text("hookInstance", in: root)
    guard RequestBody.isUUID(instance) else {
      throw .refusal(400, "'hookInstance' is \(instance.quoted), which is no UUID.")
    }
    if let authorization = root["fhirAuthorization"], authorization != .null,
      root["fhirServer"]?.text == nil
    {
      throw .refusal(400, "'fhirAuthorization' needs 'fhirServer' beside it.")
    }
    guard let context = root["context"], context.isObject else {
      throw .refusal(400, "'context' is missing or is no object.")
    }
    let user = try RequestBody.text("userId", in: context, "context.")
    guard user.split(separator: "/").count == 2 else {
      throw .refusal(
        400, "'context.userId' is \(user.quoted); a type and an id are wanted, Practitioner/123.")
    }
    let written = try RequestBody.text("patientId", in: context, "context.")
    let patient = written.hasPrefix("Patient/") ? String(written.dropFirst(8)) : written
    let (orders, others) = try orders(context)
    return CDSRequest(
      service: service.rawValue, hook: hook, hookInstance: instance, userID: user,
      patientID: patient, orders: orders, otherOrders: others,
      prefetch: try prefetch(root["prefetch"], patient: patient))
  }

  private func orders(
    _ context: JSONValue
  ) throws(ServiceReply) -> ([OrderedMedicine], [OrderedMedicine]) {
    guard service != .patientView else { return ([], []) }
    guard let drafts = context["draftOrders"], drafts.resourceType == "Bundle" else {
      throw .refusal(400, "'context.draftOrders' is missing or is no Bundle.")
    }
    let all = OrderedMedicine.all(in: drafts.resources)
    guard service == .orderSelect else { return (all, []) }
    guard let selections = context["selections"], selections.isArray,
      !selections.elements.isEmpty, selections.elements.allSatisfy({ $0.text != nil })
    else {
      throw .refusal(400, "'context.selections' is missing or is no list of order ids.")
    }
    let chosen = Set(selections.elements.compactMap(\.text))
    let ids = drafts.resources.compactMap { resource in
      resource["id"]?.text.map { "\(resource.resourceType ?? "")/\($0)" }
    }
    if let stranger = selections.elements.compactMap(\.text).first(where: { !ids.contains($0) }) {
      throw .refusal(400, "The selection \(stranger.quoted) is not among 'context.draftOrders'.")
    }
    return (
      all.filter { chosen.contains($0.reference) }, all.filter { !chosen.contains($0.reference) }
    )
  }

  private func prefetch(
    _ value: JSONValue?, patient: String
  ) throws(ServiceReply) -> CDSPrefetch {
    var prefetch = CDSPrefetch()
    guard let value, value != .null else { return prefetch }
    guard value.isObject else { throw .refusal(400, "'prefetch' is no object.") }
    if let pgx = value["pgx"] {
      prefetch.genes = FHIRResults.genes(in: try resources(pgx, "pgx"))
    }
    if let medicines = value["meds"] {
      prefetch.medicines = OrderedMedicine.all(in: try resources(medicines, "meds"))
    }
    if let person = value["patient"], person != .null {
      guard person.resourceType == "Patient" else {
        throw .refusal(400, "'prefetch.patient' is no Patient.")
      }
      if let id = person["id"]?.text, id != patient {
        throw .refusal(400, "'prefetch.patient' is another patient than 'context.patientId'.")
      }
      prefetch.sex = person["gender"]?.text
      prefetch.birthDate = person["birthDate"]?.text
    }
    if let creatinine = value["creatinine"] {
      prefetch.creatinine = try resources(creatinine, "creatinine").lazy
        .compactMap(self.creatinine).first
    }
    return prefetch
  }

  private func resources(_ value: JSONValue, _ key: String) throws(ServiceReply) -> [JSONValue] {
    guard value != .null else { return [] }
    guard value.resourceType != nil else {
      throw .refusal(400, "'prefetch.\(key)' is neither a FHIR resource nor null.")
    }
    return value.resources
  }

  /// Serum creatinine in mg/dL; 1 mg/dL is 88.42 µmol/L.
  private func creatinine(_ resource: JSONValue) -> Double? {
    guard resource.resourceType == "Observation",
      resource["code"]?.codes(of: FHIRCode.loincSystem).contains("2160-0") == true,
      let quantity = resource["valueQuantity"], quantity["comparator"] == nil,
      case .number(let digits)? = quantity["value"], let value = Double(digits), value > 0
    else { return nil }
    switch quantity["code"]?.text ?? quantity["unit"]?.text {
    case "mg/dL": return value
    case "umol/L", "µmol/L": return value / 88.42
    default: return nil
    }
  }
}
