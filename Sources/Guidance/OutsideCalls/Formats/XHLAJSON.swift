/// xHLA's JSON: the alleles of all loci in one list, two a locus.
///
/// Format: README of humanlongevity/HLA (`hla.alleles`, `sample_id`, `report_version`).
enum XHLAJSON: OutsideFormat {
  static let caller = "xHLA"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.json?["hla"]?["alleles"]?.isArray ?? false
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let json = content.json ?? .null
    var typing = LocusTyping()
    let line = json.members.first { $0.name == "hla" }?.line ?? 1
    for allele in json["hla"]?["alleles"]?.elements ?? [] {
      if let name = allele.word { typing.add(name, line: line) }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller),
      calls: typing.statements(sample: (json["sample_id"] ?? json["subject_id"])?.word))
  }
}
