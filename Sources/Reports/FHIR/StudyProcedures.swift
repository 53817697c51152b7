import Genome
import Guidance
import Knowledge
import StarAlleles

/// The study behind a report: which genes were read, which could be called, and on what.
struct StudyProcedures {
  /// The study that the report refers to.
  let study: Resource
  /// Its one analysis.
  let analysis: Resource

  init(_ input: ReportInput, hgnc: (String) -> String, _ frame: ReportFrame) {
    let read = input.genes.filter { $0.call.status != .outside && !$0.gene.positions.isEmpty }
    let looked = read.reduce(0) { $0 + $1.gene.positions.count }
    let missing = read.reduce(0) { $0 + $1.call.missing.count }
    func regions(
      _ name: String, _ results: [GeneResult], _ suffix: (GeneResult) -> String = { _ in "" }
    )
      -> [JSONTree]
    {
      results.map { result in
        let symbol = result.gene.symbol
        let words = suffix(result)
        let gene = FHIRCode.gene(symbol, hgnc: hgnc(symbol))
        guard !words.isEmpty else { return ["url": .text(name), "valueCodeableConcept": gene] }
        let text = "\(symbol): \(words)"
        let concept: JSONTree =
          hgnc(symbol).isEmpty
          ? FHIRCode.words(text)
          : FHIRCode.concept(FHIRCode.geneSystem, hgnc(symbol), symbol, text: text)
        return ["url": .text(name), "valueCodeableConcept": concept]
      }
    }
    let called = read.filter { !$0.lookups.isEmpty }
    let partly = read.filter { !$0.call.missing.isEmpty || $0.lookups.isEmpty }
    let assembly = input.provenance.assembly
    let uncalled = regions("uncalled", partly) { result in
      let wording = CallWording(gene: result.gene, assembly: assembly)
      if let reason = result.call.status.reason { return wording.sentence(reason) }
      let shown = result.call.missing.prefix(12).map(wording.place).joined(separator: ", ")
      let rest = result.call.missing.count - 12
      return "no data at \(shown)" + (rest > 0 ? " and \(rest) more" : "")
    }
    let description =
      "\(looked) known positions of \(read.count) genes were looked for in "
      + "\(input.provenance.inputName.isEmpty ? "stored results" : input.provenance.inputName); "
      + "\(missing) had no data. An allele of a called gene that is not listed as Present was "
      + "looked for and not found, unless its position is listed as No call."
    analysis = Resource(
      "Procedure", id: frame.names.id("genomic-study-analysis"),
      [
        "meta": frame.profile("genomic-study-analysis"), "text": FHIRCode.narrative([description]),
        "extension": [
          [
            "url": .text(FHIRCode.structure + "genomic-study-analysis-genome-build"),
            "valueCodeableConcept": assembly == .grch38
              ? FHIRCode.loinc("LA26806-2", "GRCh38") : FHIRCode.loinc("LA14029-5", "GRCh37"),
          ],
          [
            "url": .text(FHIRCode.structure + "genomic-study-analysis-regions"),
            "extension": .list(
              [["url": "description", "valueString": .text(description)]]
                + regions("studied", read) + regions("called", called) + uncalled),
          ],
        ],
        "status": "completed", "category": FHIRCode.laboratory,
        "code": FHIRCode.words("Pharmacogenomic interpretation by \(input.provenance.engine)"),
        "subject": frame.patient.reference, "performedDateTime": frame.date,
        "note": .list(input.provenance.notes.map { ["text": .text($0)] }),
      ])
    study = Resource(
      "Procedure", id: frame.names.id("genomic-study"),
      [
        "meta": frame.profile("genomic-study"),
        "text": FHIRCode.narrative(["Pharmacogenomic study of \(read.count) genes"]),
        "extension": [
          [
            "url": .text(FHIRCode.structure + "genomic-study-analysis-ext"),
            "valueReference": analysis.reference,
          ]
        ],
        "status": "completed", "category": FHIRCode.laboratory,
        "code": FHIRCode.words("Pharmacogenomic study"), "subject": frame.patient.reference,
        "performedDateTime": frame.date,
      ])
  }
}
