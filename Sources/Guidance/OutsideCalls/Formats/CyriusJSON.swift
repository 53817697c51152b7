/// Cyrius' `.json`: an object a sample, with Genotype and Filter beside the evidence.
///
/// Format: README of Illumina/Cyrius lists the evidence (Total_CN, CNV_group, Raw_star_allele ...).
enum CyriusJSON: OutsideFormat {
  static let caller = "Cyrius"

  static func recognises(_ content: OutsideContent) -> Bool {
    let samples = content.json?.members ?? []
    return !samples.isEmpty
      && samples.allSatisfy { $0.value["Genotype"] != nil && $0.value["Filter"] != nil }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let calls = (content.json?.members ?? []).map { sample in
      let (alternatives, marks) = CyriusFilter.reading(
        genotype: sample.value["Genotype"]?.word ?? "", filter: sample.value["Filter"]?.word ?? "")
      return StatedCall(
        sample: sample.name, subject: .callersOwn, alternatives: alternatives, marks: marks,
        line: sample.line)
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }
}
