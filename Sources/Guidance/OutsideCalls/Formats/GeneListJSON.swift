/// JSON that names genes and their genotypes, whatever its frame: DRAGEN's `star_allele.json` and others.
///
/// Format: help.dragen.illumina.com, "Star Allele Caller", says what the file holds (genotypes, all that
/// fit equally well, and the metabolism status of each gene); its keys are not published there and
/// differ between versions. So an object counts that has a gene (`gene`, `geneSymbol`, ...) or is
/// a member named by one, and beside it a genotype or diplotype: a text, or a list of them.
enum GeneListJSON: OutsideFormat {
  static let caller = "another program"
  private static let depth = 5

  private struct Entry {
    var gene: String
    var value: JSONValue
    var sample: String?
    var line: Int
  }

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let json = content.json else { return false }
    return entries(in: json, content).contains { content.symbols.contains($0.gene.lowercased()) }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let json = content.json ?? .null
    let calls = entries(in: json, content).map { entry in
      let text = genotypes(entry.value).joined(separator: ";")
      let (alternatives, marks) = CyriusFilter.reading(
        genotype: text, filter: first(["genotypefilter", "filter"], of: entry.value)?.word ?? "",
        copies: text.contains("*") ? 2...2 : 1...2)
      let phenotype = first(
        [
          "phenotype", "phenotypes", "metabolizerstatus", "metaboliserstatus", "metabolismstatus",
          "phenotypedatabaseannotation",
        ], of: entry.value)
      return StatedCall(
        sample: entry.sample, subject: .symbol(entry.gene), alternatives: alternatives,
        phenotype: phenotype?.word ?? phenotype?.elements.first?.word, marks: marks,
        line: entry.line)
    }
    let isDragen = json.members.contains {
      let name = key($0.name)
      return name.contains("dragen") || name == "softwareversion"
    }
    let version = first(["softwareversion", "dragenversion"], of: json)?.word
    return OutsideStatements(
      caller: OutsideCaller(
        name: isDragen ? DragenJSON.caller : caller, version: isDragen ? version : nil),
      calls: calls)
  }

  private static func entries(in json: JSONValue, _ content: OutsideContent) -> [Entry] {
    var found: [Entry] = []
    let sample = first(["sample", "sampleid", "samplename"], of: json)?.word
    collect(json, sample: sample, line: 1, depth: depth, content, into: &found)
    return found
  }

  private static func collect(
    _ value: JSONValue, sample: String?, line: Int, depth: Int, _ content: OutsideContent,
    into found: inout [Entry]
  ) {
    guard depth > 0 else { return }
    let own = first(["sample", "sampleid", "samplename"], of: value)?.word ?? sample
    if let gene = gene(of: value, content), !genotypes(value).isEmpty {
      found.append(
        Entry(gene: gene, value: value, sample: own, line: value.members.first?.line ?? line))
      return
    }
    for element in value.elements {
      collect(element, sample: own, line: line, depth: depth - 1, content, into: &found)
    }
    for member in value.members {
      let isGene = content.symbols.contains(member.name.lowercased())
      if isGene, !genotypes(member.value).isEmpty {
        found.append(Entry(gene: member.name, value: member.value, sample: own, line: member.line))
      } else if isGene, let text = member.value.word, text.contains("*") {
        let value = JSONValue.object([
          JSONValue.Member(name: "genotype", value: .string(text), line: member.line)
        ])
        found.append(Entry(gene: member.name, value: value, sample: own, line: member.line))
      } else {
        collect(
          member.value, sample: own, line: member.line, depth: depth - 1, content, into: &found)
      }
    }
  }

  /// The gene an object names; an id or a name counts only if it is a gene's.
  private static func gene(of value: JSONValue, _ content: OutsideContent) -> String? {
    if let gene = first(["gene", "genesymbol", "genename", "symbol"], of: value)?.word {
      return gene
    }
    return ["id", "name"].lazy.compactMap { first([$0], of: value)?.word }
      .first { content.symbols.contains($0.lowercased()) }
  }

  /// The diplotypes an object states, each as a text.
  private static func genotypes(_ value: JSONValue) -> [String] {
    let keys = [
      "genotype", "genotypes", "diplotype", "diplotypes", "starallelegenotype", "starallele",
    ]
    guard let stated = first(keys, of: value) else { return [] }
    if stated.isObject || stated.isArray {
      let list = stated.isObject ? [stated] : stated.elements
      return list.compactMap { element in
        element.word ?? first(["genotype", "diplotype", "name"], of: element)?.word
          ?? pair(of: element)
      }
    }
    return [stated.word ?? "."]
  }

  private static func pair(of value: JSONValue) -> String? {
    for pair in [["haplotype1", "haplotype2"], ["allele1", "allele2"], ["hap1", "hap2"]] {
      let names = pair.compactMap { first([$0], of: value)?.word }
      if names.count == 2 { return names.joined(separator: "/") }
    }
    return nil
  }

  /// The first member whose name, without regard to case and signs, is one of these.
  private static func first(_ names: [String], of value: JSONValue) -> JSONValue? {
    names.lazy.compactMap { name in value.members.first { key($0.name) == name }?.value }.first
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
