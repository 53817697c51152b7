internal import Genome
internal import Guidance
internal import Knowledge

/// What the knowledge base says of a gene, as plain lines.
struct GeneSheet {
  private let gene: Gene
  private let frequencies: GeneFrequencies?
  private let drugs: [String]

  init(_ gene: Gene, _ knowledge: KnowledgeBase) throws {
    self.gene = gene
    frequencies = try knowledge.frequencies(of: gene.symbol)
    drugs = try knowledge.allDrugs().filter { drug in
      drug.guidelines.contains { $0.genes.contains(gene.symbol) }
    }.map(\.name)
  }

  /// Everything.
  var text: String {
    var lines = [
      "\(gene.symbol)  \(gene.contig?.name ?? "no place of its own"), \(gene.inheritance)"
    ]
    lines.append("called by: \(gene.calling.method.rawValue)")
    if let caveat = gene.calling.caveat { lines.append("caveat: \(caveat)") }
    if let reason = gene.calling.onRequest {
      lines.append("called only when asked for by --gene \(gene.symbol): \(reason)")
    }
    lines.append(
      drugs.isEmpty
        ? "no guideline looks at it: it is called, and no advice follows"
        : "drugs with guidance (\(drugs.count)): \(drugs.joined(separator: ", "))")
    if let weight = gene.literature {
      lines.append(
        "evidence: ClinPGx level \(weight.clinpgxLevel) at best, "
          + "\(weight.annotations) clinical annotations")
    }
    lines.append("")
    lines.append("haplotypes (\(gene.alleles.count))")
    lines += gene.alleles.map { "  \(line(of: $0))" }
    lines.append("")
    lines.append("phenotypes")
    lines += phenotypes.map { "  \($0)" }
    lines += shares("allele frequencies", frequencies?.alleles ?? [])
    lines += shares("phenotype frequencies", frequencies?.phenotypes ?? [])
    lines.append("")
    lines.append("sources")
    lines += gene.sources.map { "  \($0.name) \($0.version), \($0.licence) \($0.url)" }
    return lines.joined(separator: "\n")
  }

  /// A line for each name, with its share in each population.
  private func shares(_ title: String, _ all: [GeneFrequencies.Frequency]) -> [String] {
    guard !all.isEmpty else { return [] }
    return ["", title]
      + all.map(\.name).distinct.map { name in
        let shares = all.filter { $0.name == name }.map { "\($0.population) \($0.share)" }
        return "  \(name): \(shares.joined(separator: ", "))"
      }
  }

  /// One position and the haplotypes it takes part in.
  func text(ofPosition wanted: String) -> String {
    var lines: [String] = []
    for (index, position) in gene.positions.enumerated()
    where position.id.lowercased() == wanted || position.rsid?.lowercased() == wanted {
      lines.append(
        "\(gene.symbol)  \(position.id)  \(position.hgvs)  \(position.alleles.joined(separator: "/"))"
      )
      let contig = gene.contig?.name ?? "?"
      lines.append("  GRCh38 \(contig):\(position.grch38.position), \(position.role.rawValue)")
      if let place = position.grch37 {
        let reference = position.alleles[place.referenceIndex]
        lines.append("  GRCh37 \(contig):\(place.position), reference \(reference)")
      }
      let known = (frequencies?.variants ?? []).filter {
        $0.name.hasPrefix("\(position.rsid ?? position.id) ")
      }
      lines += known.map {
        "  \($0.name.dropFirst(position.id.count + 1)): \($0.share) (\($0.population))"
      }
      for allele in gene.alleles.dropFirst() {
        guard let cell = allele.cells.first(where: { $0.position == index }) else { continue }
        lines.append(
          "  \(spelled(cell)) in \(allele.name)\(allele.function.map { ", \($0)" } ?? "")")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(of allele: NamedAllele) -> String {
    let function = allele.function ?? "no function assigned"
    let activity = allele.activity.map { ", activity \($0)" } ?? ""
    let isReference = allele == gene.alleles.first
    let cells = allele.cells.map { "\(gene.positions[$0.position].id)=\(spelled($0))" }
    let definition =
      isReference
      ? "reference" : cells.isEmpty ? "by outside call only" : cells.joined(separator: " ")
    return "\(allele.name)  \(function)\(activity)  \(definition)"
  }

  private func spelled(_ cell: NamedAllele.Cell) -> String {
    let alleles = gene.positions[cell.position].alleles
    return alleles.indices.filter { cell.accepted >> UInt16($0) & 1 == 1 }.map { alleles[$0] }
      .joined(separator: "/")
  }

  private var phenotypes: [String] {
    switch gene.phenotyping {
    case .functionPair(let rules):
      rules.map { "\($0.functions.joined(separator: " + ")): \($0.phenotype)" }
    case .activityScore(let rules):
      rules.map { rule in
        let low = ActivityScore(hundredths: rule.range.lowest)
        let high = rule.range.highest.map { " to \(ActivityScore(hundredths: $0))" } ?? " and more"
        return "score \(low)\(high): \(rule.phenotype)"
      }
    case .watchedAlleles(let alleles): alleles.map { "\($0): positive or negative" }
    case .diplotype: ["the diplotype itself is looked up"]
    }
  }
}
