import Guidance

/// Reads pharmacogenomic results out of FHIR: our own bundles, and others with genotype observations.
public enum FHIRResults {
  /// The genes of a bundle, each result that stands in it; several of one gene are alternatives.
  ///
  /// A genotype is given as its diplotype, and what that means is worked out anew; a phenotype is
  /// given where no diplotype is stated.
  /// - Throws: a refusal (400) if the body is no JSON or no FHIR resource, (422) if it holds no
  ///   genotype.
  public static func genes(in bundle: [UInt8]) throws(ServiceReply) -> [StatedGene] {
    let value = try RequestBody.read(bundle)
    guard value.resourceType != nil else {
      throw .refusal(400, "The body is no FHIR resource: it has no 'resourceType'.")
    }
    let genes = genes(in: value.resources)
    guard !genes.isEmpty else {
      throw .refusal(
        422, "The body holds no genotype: an Observation with LOINC 84413-4 and a value is needed.")
    }
    return genes
  }

  /// The genes among some resources, in their order.
  static func genes(in resources: [JSONValue]) -> [StatedGene] {
    var genes: [StatedGene] = []
    for resource in resources {
      guard resource.resourceType == "Observation",
        !["entered-in-error", "cancelled"].contains(resource["status"]?.text ?? ""),
        resource["code"]?.codes(of: FHIRCode.loincSystem).contains("84413-4") == true,
        let value = resource["valueCodeableConcept"], let gene = gene(of: resource, value.words)
      else { continue }
      var diplotype: String? = String(value.words.dropFirst(gene.count)).trimmed
      if value.words.hasPrefix("\(gene), ") || diplotype?.isEmpty == true { diplotype = nil }
      let phenotypes = (resource["interpretation"]?.elements ?? []).map(\.words)
        .filter { !$0.isEmpty }
      let phenotype = diplotype == nil && phenotypes.count == 1 ? phenotypes[0] : nil
      guard diplotype != nil || phenotype != nil else { continue }
      let stated = StatedGene(gene: gene, diplotype: diplotype, phenotype: phenotype)
      if !genes.contains(stated) { genes.append(stated) }
    }
    return genes
  }

  /// The gene that an observation is of: the first word of its value, as its component names it.
  private static func gene(of resource: JSONValue, _ value: String) -> String? {
    let components = resource["component"]?.elements ?? []
    let studied = components.first { component in
      component["code"]?.codes(of: FHIRCode.loincSystem).contains("48018-6") == true
    }
    let concept = studied?["valueCodeableConcept"]
    let names =
      (concept?["coding"]?.elements.compactMap { $0["display"]?.text } ?? [])
      + [concept?["text"]?.text].compactMap { $0 }
    if let named = names.first(where: {
      value == $0 || value.hasPrefix("\($0) ") || value.hasPrefix("\($0),")
    }) {
      return named
    }
    guard names.isEmpty, let space = value.firstIndex(of: " ") else { return nil }
    return String(value[..<space])
  }
}
