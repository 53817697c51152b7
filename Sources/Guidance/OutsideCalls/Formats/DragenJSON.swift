/// DRAGEN's `<prefix>.targeted.json`: the genes its star-allele caller names in `locusAnnotations`,
/// and members of their own, named by the gene in lower case, for those of its targeted callers.
///
/// Format: help.dragen.illumina.com, "Targeted Caller" and "Star Allele Caller"; the keys
/// (`locusAnnotations[].gene`, `.genotype`, `.phenotypeDatabaseAnnotation`, `cyp2d6.genotype`, `;`
/// between alternatives) as public pipelines that read the file use them. Other targets, such as
/// copy numbers of paralogs without star alleles, state no genotype and are passed over.
enum DragenJSON: OutsideFormat {
  static let caller = "DRAGEN"

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let json = content.json, json.isObject else { return false }
    if json["locusAnnotations"]?.isArray ?? false { return true }
    return json.members.contains {
      content.symbols.contains($0.name) && $0.value["genotype"] != nil
    }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let json = content.json ?? .null
    let sample = (json["sampleId"] ?? json["sampleName"])?.word
    var calls: [StatedCall] = []
    for member in json.members {
      if member.name == "locusAnnotations" {
        for locus in member.value.elements {
          guard let gene = locus["gene"]?.word else { continue }
          calls.append(call(of: locus, gene: gene, sample: sample, line: member.line))
        }
      } else if member.value["genotype"] != nil {
        calls.append(
          call(of: member.value, gene: member.name, sample: sample, line: member.line))
      }
    }
    let version = (json["softwareVersion"] ?? json["dragenVersion"])?.word
    return OutsideStatements(
      caller: OutsideCaller(name: caller, version: version), calls: calls)
  }

  private static func call(
    of locus: JSONValue, gene: String, sample: String?, line: Int
  ) -> StatedCall {
    let genotype = locus["genotype"]?.word ?? ""
    // Genes without star alleles have words here, and one copy for a mitochondrial one.
    let (alternatives, marks) = CyriusFilter.reading(
      genotype: genotype, filter: (locus["genotypeFilter"] ?? locus["filter"])?.word ?? "",
      copies: genotype.contains("*") ? 2...2 : 1...2)
    return StatedCall(
      sample: sample, subject: .symbol(gene), alternatives: alternatives,
      phenotype: (locus["phenotypeDatabaseAnnotation"] ?? locus["pharmcatMetabolismStatus"])?.word,
      marks: marks, line: line)
  }
}
