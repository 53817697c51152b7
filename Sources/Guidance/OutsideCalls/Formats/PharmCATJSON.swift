/// PharmCAT's own JSON: `genes` of a report, or `geneReports` of a phenotyper's result.
///
/// Format: docs/examples of PharmGKB/PharmCAT (pharmcat.example.report.json and .phenotype.json,
/// version 3) and, one level deeper by source, version 2. A gene whose components could not be put
/// on chromosomes lists them in `sourceDiplotypes` one by one; its `recommendationDiplotypes` are
/// read instead. Of a phenotype that came from outside, there may be no diplotype.
enum PharmCATJSON: OutsideFormat {
  static let caller = "PharmCAT"

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let json = content.json else { return false }
    return json["geneReports"]?.isObject ?? false
      || json["pharmcatVersion"] != nil && json["genes"]?.isObject ?? false
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let json = content.json ?? .null
    let sample = json["matcherMetadata"]?["sampleId"]?.word
    var calls: [StatedCall] = []
    var seen: Set<String> = []
    for gene in reports((json["geneReports"] ?? json["genes"]) ?? .null)
    where seen.insert(gene.name).inserted {
      calls += statements(of: gene, sample: sample)
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller, version: json["pharmcatVersion"]?.word), calls: calls)
  }

  /// The reports of genes, whether or not they are grouped by source.
  private static func reports(_ value: JSONValue) -> [JSONValue.Member] {
    value.members.flatMap { member in
      member.value["sourceDiplotypes"] != nil ? [member] : member.value.members
    }.filter { $0.value["sourceDiplotypes"] != nil }
  }

  private static func statements(of gene: JSONValue.Member, sample: String?) -> [StatedCall] {
    let source = gene.value["sourceDiplotypes"]?.elements ?? []
    let advised = gene.value["recommendationDiplotypes"]?.elements ?? []
    let isInParts = source.count > 1 && source.contains { names(of: $0).count == 1 }
    let diplotypes = isInParts && !advised.isEmpty ? advised : source
    let stated = diplotypes.filter { $0["outsidePhenotype"] == .bool(true) }
      .flatMap { $0["phenotypes"]?.elements ?? [] }.compactMap(\.word)
    let told = diplotypes.flatMap { $0["phenotypes"]?.elements ?? [] }.compactMap(\.word)
    let alternatives = diplotypes.map(names)
      .filter { !$0.isEmpty && !$0.allSatisfy(StatedCall.isNoCall) }
    let phenotypes = (stated.isEmpty ? told : stated).distinct.filter { !StatedCall.isNoCall($0) }
    return [
      StatedCall(
        sample: sample, subject: .symbol(gene.name), alternatives: alternatives,
        phenotype: phenotypes.count == 1 ? phenotypes[0] : nil, line: gene.line)
    ]
  }

  private static func names(of diplotype: JSONValue) -> [String] {
    ["allele1", "allele2"].compactMap { diplotype[$0]?["name"]?.word }
  }
}
