import Guidance

/// Codes and their systems, as FHIR R4 and the Genomics Reporting guide (STU3, 3.0.0) name them.
enum FHIRCode {
  static let structure = "http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/"
  static let guideCodes = "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/"
  static let toBeDefined = guideCodes + "tbd-codes-cs"
  static let loincSystem = "http://loinc.org"
  static let rxnormSystem = "http://www.nlm.nih.gov/research/umls/rxnorm"
  static let geneSystem = "http://www.genenames.org"
  static let variantSystem = "http://www.ncbi.nlm.nih.gov/projects/SNP"
  static let refSeqSystem = "http://www.ncbi.nlm.nih.gov/refseq"
  static let hgvsSystem = "http://varnomen.hgvs.org"
  static let evidenceSystem = guideCodes + "pharmgkb-evidence-level-custom-cs"
  static let noteSystem = guideCodes + "coded-annotation-types-cs"
  static let relatedArtifact = "http://hl7.org/fhir/StructureDefinition/workflow-relatedArtifact"

  /// A code of a system.
  static func coding(_ system: String, _ code: String, _ display: String = "") -> JSONTree {
    ["system": .text(system), "code": .text(code), "display": .text(ifAny: display)]
  }

  /// A concept of one code, with words besides if given.
  static func concept(
    _ system: String, _ code: String, _ display: String = "", text: String = ""
  ) -> JSONTree {
    ["coding": [coding(system, code, display)], "text": .text(ifAny: text)]
  }

  /// A concept in words alone.
  static func words(_ text: String) -> JSONTree { ["text": .text(text)] }

  /// A LOINC code.
  static func loinc(_ code: String, _ display: String = "") -> JSONTree {
    concept(loincSystem, code, display)
  }

  /// A code of the guide that has no standard code yet.
  static func toBeDefined(_ code: String) -> JSONTree { concept(toBeDefined, code) }

  /// The category of a laboratory's result.
  static let laboratory = concept(
    "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory")
  /// The category of genetics.
  static let genetics = concept(
    "http://terminology.hl7.org/CodeSystem/v2-0074", "GE", "Genetics")

  /// A component of an observation.
  static func component(_ code: JSONTree, _ kind: String, _ value: JSONTree) -> JSONTree {
    guard !value.isLeftOut else { return .nothing }
    return .object([
      JSONTree.Member(name: "code", value: code), JSONTree.Member(name: kind, value: value),
    ])
  }

  /// A component whose value is a concept.
  static func component(_ code: JSONTree, concept value: JSONTree) -> JSONTree {
    component(code, "valueCodeableConcept", value)
  }

  /// A gene by its HGNC id, or by its symbol alone where no id is known.
  static func gene(_ symbol: String, hgnc: String) -> JSONTree {
    hgnc.isEmpty ? words(symbol) : concept(geneSystem, hgnc, symbol)
  }

  /// A medicine by its RxNorm id, or by its name alone where no id is known.
  static func medicine(_ name: String, rxnorm: String) -> JSONTree {
    rxnorm.isEmpty ? words(name) : concept(rxnormSystem, rxnorm, name, text: name)
  }

  /// A phenotype as LOINC's answer lists have it; in words where they have none.
  static func phenotype(_ term: String) -> JSONTree {
    guard let code = phenotypeCodes[term.lowercased()] else { return words(term) }
    return concept(loincSystem, code.0, code.1, text: term)
  }

  private static let phenotypeCodes = [
    "ultrarapid metabolizer": ("LA10315-2", "Ultrarapid metabolizer"),
    "rapid metabolizer": ("LA25390-8", "Rapid metabolizer"),
    "normal metabolizer": ("LA25391-6", "Normal metabolizer"),
    "intermediate metabolizer": ("LA10317-8", "Intermediate metabolizer"),
    "poor metabolizer": ("LA9657-3", "Poor metabolizer"),
    "increased function": ("LA25392-4", "Increased function"),
    "normal function": ("LA25393-2", "Normal function"),
    "decreased function": ("LA25395-7", "Decreased function"),
    "poor function": ("LA25394-0", "Poor function"),
  ]

  /// Whether a phenotype is one of a medicine's breakdown or transport.
  static func isMetabolism(_ term: String) -> Bool {
    phenotypeCodes[term.lowercased()] != nil
  }

  /// XHTML of some paragraphs, for a resource's narrative.
  static func narrative(_ paragraphs: [String]) -> JSONTree {
    let lines = paragraphs.map { "<p>\(Markup.escaped($0))</p>" }.joined()
    return [
      "status": "generated",
      "div": .text("<div xmlns=\"http://www.w3.org/1999/xhtml\">\(lines)</div>"),
    ]
  }
}
