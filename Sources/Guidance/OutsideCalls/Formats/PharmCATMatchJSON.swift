/// PharmCAT's `match.json`, the result of its Named Allele Matcher.
///
/// Format: docs/examples of PharmGKB/PharmCAT (pharmcat.example.match.json): `results`, each with `gene`
/// and the top `diplotypes`. Where a gene's alleles could not be put on chromosomes, there are only
/// `haplotypeMatches`, from which no diplotype follows.
enum PharmCATMatchJSON: OutsideFormat {
  static let caller = "PharmCAT"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.json?["metadata"]?["namedAlleleMatcherVersion"] != nil
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    guard let json = content.json, let results = json["results"], results.isArray else {
      throw OutsideCallError(.lacks(caller: caller, part: "'results'"), at: content.place(1))
    }
    let sample = json["metadata"]?["sampleId"]?.word
    let line = json.members.first { $0.name == "results" }?.line ?? 1
    var calls: [StatedCall] = []
    for result in results.elements {
      guard let gene = result["gene"]?.word else { continue }
      let alternatives = (result["diplotypes"]?.elements ?? []).map { diplotype in
        ["haplotype1", "haplotype2"].compactMap { diplotype[$0]?["name"]?.word }
      }.filter { !$0.isEmpty && !$0.allSatisfy(StatedCall.isNoCall) }
      let parts = (result["haplotypeMatches"]?.elements ?? []).compactMap { $0["name"]?.word }
      calls.append(
        StatedCall(
          sample: sample, subject: .symbol(gene), alternatives: alternatives,
          marks: alternatives.isEmpty && !parts.isEmpty
            ? ["found \(parts.listed("and").quoted), which it did not put on chromosomes"] : [],
          line: result.members.first?.line ?? line))
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }
}
