import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// The variant observations of one gene: each allele seen, and each position that has no data.
///
/// An allele that was seen is `Present`; a position without data is `No call`. An allele that was
/// looked for and not found has no observation of its own: the study's called regions say so.
struct VariantObservations {
  /// The observations in the order of the positions.
  let resources: [Resource]
  private let seen: [(position: Int, allele: Int?, resource: Resource)]

  init(_ result: GeneResult, hgnc: String, assembly: Assembly, _ frame: ReportFrame) {
    let gene = result.gene
    let builder = Builder(gene: gene, hgnc: hgnc, assembly: assembly, frame: frame)
    var all: [(place: Int, resource: Resource)] = []
    var seen: [(position: Int, allele: Int?, resource: Resource)] = []
    for found in VariantEvidence.positions(in: result, assembly: assembly) {
      let position = gene.positions[found.index]
      guard let locus = position.locus(on: assembly) else { continue }
      let reference = position.alleles[locus.referenceIndex]
      for sequence in found.alleles.distinct where sequence != reference && sequence != "?" {
        let resource = builder.present(found, sequence, reference: reference, locus: locus)
        all.append((found.index, resource))
        seen.append((found.index, position.alleles.firstIndex(of: sequence), resource))
      }
    }
    // A gene of which nothing was read is told by the study; its positions would only repeat it.
    if result.call.missing.count < gene.positions.count {
      let wording = CallWording(gene: gene, assembly: assembly)
      for index in result.call.missing where gene.positions.indices.contains(index) {
        guard let locus = gene.positions[index].locus(on: assembly) else { continue }
        var why = "No data"
        if result.call.evidence.indices.contains(index),
          case .noData(let reason) = result.call.evidence[index]
        {
          why = wording.phrase(reason)
        }
        all.append((index, builder.noCall(index, locus: locus, why: why)))
      }
    }
    self.seen = seen
    resources = all.sorted { $0.place < $1.place }.map(\.resource)
  }

  /// The alleles seen that a named haplotype requires.
  func of(_ allele: NamedAllele) -> [Resource] {
    seen.filter { found in
      allele.cells.contains { cell in
        cell.position == found.position
          && found.allele.map { $0 < 16 && cell.accepted & 1 << UInt16($0) != 0 } ?? false
      }
    }.map(\.resource)
  }

  private struct Builder {
    let gene: Gene
    let hgnc: String
    let assembly: Assembly
    let frame: ReportFrame

    func present(
      _ found: VariantEvidence, _ sequence: String, reference: String,
      locus: DefiningPosition.Locus
    ) -> Resource {
      let name = "\(gene.symbol) \(gene.positions[found.index].id) \(reference)>\(sequence)"
      let state: JSONTree =
        switch (found.alleles.count, found.alleles.count { $0 == sequence }) {
        case (2, 2): FHIRCode.loinc("LA6705-3", "Homozygous")
        case (2, 1): FHIRCode.loinc("LA6706-1", "Heterozygous")
        default: FHIRCode.words("One copy")
        }
      return frame.observation(
        "variant", id: frame.names.id("variant", "\(gene.symbol)/\(found.index)/\(sequence)"),
        code: Self.code, narrative: ["\(name), \(found.alleles.joined(separator: "/"))"],
        value: FHIRCode.loinc("LA9633-4", "Present"),
        notes: ["Rests on: \(found.basis); \(found.phase)."],
        components: place(found.index, locus, reference: reference) + [
          FHIRCode.component(
            FHIRCode.loinc("69551-0", "Genomic alt allele"), "valueString", .text(sequence)),
          FHIRCode.component(FHIRCode.loinc("53034-5", "Allelic state"), concept: state),
          FHIRCode.component(
            FHIRCode.loinc("48002-0", "Genomic source class"),
            concept: FHIRCode.loinc("LA6683-2", "Germline")),
          hgvs(reference, sequence, locus), depth(found, reference, sequence),
        ])
    }

    func noCall(_ index: Int, locus: DefiningPosition.Locus, why: String) -> Resource {
      let position = gene.positions[index]
      return frame.observation(
        "variant", id: frame.names.id("variant", "\(gene.symbol)/\(index)"), code: Self.code,
        narrative: ["\(gene.symbol) \(position.id): no call, \(why)"],
        value: FHIRCode.loinc("LA18198-4", "No call"),
        notes: ["No data at this position: \(why)."],
        components: place(index, locus, reference: position.alleles[locus.referenceIndex]))
    }

    private static let code = FHIRCode.loinc("69548-6", "Genetic variant assessment")

    private func place(
      _ index: Int, _ locus: DefiningPosition.Locus, reference: String
    ) -> [JSONTree] {
      let build =
        assembly == .grch38
        ? FHIRCode.loinc("LA26806-2", "GRCh38") : FHIRCode.loinc("LA14029-5", "GRCh37")
      var range: [JSONTree.Member] = [
        JSONTree.Member(name: "low", value: ["value": .whole(locus.position.value)])
      ]
      if reference.utf8.count > 1 {
        let last = locus.position.value + reference.utf8.count - 1
        range.append(JSONTree.Member(name: "high", value: ["value": .whole(last)]))
      }
      let accession = gene.contig?.refSeq(on: assembly) ?? ""
      return [
        FHIRCode.component(
          FHIRCode.loinc("48018-6", "Gene studied [ID]"),
          concept: FHIRCode.gene(gene.symbol, hgnc: hgnc)),
        FHIRCode.component(FHIRCode.loinc("62374-4", "Human reference sequence"), concept: build),
        FHIRCode.component(
          FHIRCode.loinc("48013-7", "Genomic reference sequence [ID]"),
          concept: accession.isEmpty
            ? .nothing : FHIRCode.concept(FHIRCode.refSeqSystem, accession)),
        FHIRCode.component(
          FHIRCode.loinc("92822-6", "Genomic coordinate system"),
          concept: FHIRCode.loinc("LA30102-0", "1-based character counting")),
        FHIRCode.component(
          FHIRCode.loinc("81254-5", "Genomic allele start-end"), "valueRange", .object(range)),
        FHIRCode.component(
          FHIRCode.loinc("69547-8", "Genomic ref allele"), "valueString", .text(reference)),
        FHIRCode.component(
          FHIRCode.loinc("81252-9", "Discrete genetic variant"),
          concept: gene.positions[index].rsid.map {
            FHIRCode.concept(FHIRCode.variantSystem, $0)
          } ?? .nothing),
      ]
    }

    /// The genomic HGVS name of a change of one base.
    private func hgvs(
      _ reference: String, _ sequence: String, _ locus: DefiningPosition.Locus
    ) -> JSONTree {
      guard let contig = gene.contig, reference.utf8.count == 1, sequence.utf8.count == 1 else {
        return .nothing
      }
      let kind = contig == .mitochondrion ? "m" : "g"
      let name = "\(kind).\(locus.position.value)\(reference)>\(sequence)"
      return FHIRCode.component(
        FHIRCode.loinc("81290-9", "Genomic DNA change (gHGVS)"),
        concept: FHIRCode.concept(
          FHIRCode.hgvsSystem, "\(contig.refSeq(on: assembly)):\(name)"))
    }

    /// The reads that show the allele, where reads or the record count them.
    private func depth(_ found: VariantEvidence, _ reference: String, _ sequence: String)
      -> JSONTree
    {
      var count = found.reads?.alleles.first { $0.sequence == sequence }?.reads.count
      if count == nil, let trace = found.trace, trace.reference == reference,
        let index = trace.alternates.split(separator: ",").firstIndex(of: sequence[...]),
        trace.alleleDepths.indices.contains(index + 1)
      {
        count = trace.alleleDepths[index + 1]
      }
      guard let count else { return .nothing }
      return FHIRCode.component(
        FHIRCode.loinc("82121-5", "Allelic read depth"), "valueQuantity",
        [
          "value": .whole(count), "unit": "reads", "system": "http://unitsofmeasure.org",
          "code": "{reads}",
        ])
    }
  }
}
