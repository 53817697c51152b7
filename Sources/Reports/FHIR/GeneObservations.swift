import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// The observations of one gene: genotypes, their haplotypes, and the variants they rest on.
struct GeneObservations {
  /// The gene's result.
  let result: GeneResult
  /// The genotypes, one for each diplotype that ranks first or each stated result.
  let genotypes: [Resource]
  /// All observations, variants first.
  let resources: [Resource]

  /// The most equally ranked diplotypes that get an observation each.
  private static let mostGenotypes = 16

  init(_ result: GeneResult, hgnc: String, assembly: Assembly, _ frame: ReportFrame) {
    self.result = result
    let variants = VariantObservations(result, hgnc: hgnc, assembly: assembly, frame)
    let builder = Builder(
      result: result, hgnc: hgnc, assembly: assembly, frame: frame, variants: variants)
    let lookups = result.lookups.prefix(Self.mostGenotypes)
    let names = lookups.flatMap { $0.diplotype?.haplotypes ?? [] }.distinct
    let haplotypes = names.map { ($0, builder.haplotype($0)) }
    let byName = Dictionary(haplotypes, uniquingKeysWith: { first, _ in first })
    genotypes = lookups.map { builder.genotype($0, of: result.lookups.count, byName) }
    resources = variants.resources + haplotypes.map(\.1) + genotypes
  }

  private struct Builder {
    let result: GeneResult
    let hgnc: String
    let assembly: Assembly
    let frame: ReportFrame
    let variants: VariantObservations

    private var symbol: String { result.gene.symbol }

    private var studied: JSONTree {
      FHIRCode.component(
        FHIRCode.loinc("48018-6", "Gene studied [ID]"),
        concept: FHIRCode.gene(symbol, hgnc: hgnc))
    }

    /// The name in words alone: a PharmVar id is never guessed.
    func haplotype(_ name: String) -> Resource {
      let text = name.hasPrefix("*") ? symbol + name : "\(symbol) \(name)"
      let allele = result.gene.alleles.first { $0.name == name }
      return frame.observation(
        "haplotype", id: frame.names.id("haplotype", "\(symbol)/\(name)"),
        code: FHIRCode.loinc("84414-2", "Haplotype name"),
        narrative: [text + (allele?.function.map { ": \($0)" } ?? "")],
        value: FHIRCode.words(text),
        notes: allele?.function.map { ["Function: \($0)."] } ?? [],
        derivedFrom: allele.map(variants.of) ?? [], components: [studied])
    }

    func genotype(
      _ lookup: LookupResult, of count: Int, _ haplotypes: [String: Resource]
    ) -> Resource {
      let stated = lookup.diplotype == nil
      let text =
        lookup.diplotype.map { "\(symbol) \($0)" } ?? "\(symbol), diplotype not stated"
      let terms = lookup.phenotype.map { [$0] } ?? lookup.key.terms
      let key = lookup.diplotype?.description ?? terms.joined(separator: "+")
      var notes: [String] = []
      if count > 1 {
        notes.append(
          "One of \(count) results that fit the data equally well; none of them is certain.")
      }
      if stated { notes.append("A laboratory stated the phenotype or the score alone.") }
      let wording = CallWording(gene: result.gene, assembly: assembly)
      notes += wording.notes(of: result)
      if !result.call.statedBy.isEmpty {
        notes.append("Called by \(result.call.statedBy.listed("and")).")
      }
      if !result.call.missing.isEmpty {
        notes.append(
          "\(result.call.missing.count) of \(result.gene.positions.count) known positions had no "
            + "data; a variant there would not be seen.")
      }
      let known = lookup.diplotype?.haplotypes.distinct.compactMap { haplotypes[$0] } ?? []
      let seen = lookup.diplotype == nil ? [] : known
      return frame.observation(
        "genotype", id: frame.names.id("genotype", "\(symbol)/\(key)"),
        code: FHIRCode.loinc("84413-4", "Genotype display name"),
        narrative: [text + (terms.isEmpty ? "" : ": \(terms.joined(separator: ", "))")],
        value: FHIRCode.words(text), interpretation: terms.map { FHIRCode.words($0) },
        notes: notes, derivedFrom: seen,
        components: [studied, score(lookup.activityScore)])
    }

    private func score(_ score: ActivityScore?) -> JSONTree {
      guard let score else { return .nothing }
      return FHIRCode.component(
        FHIRCode.words("Activity score"), "valueString", .text("\(score)"))
    }
  }
}
