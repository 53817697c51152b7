import Guidance
import Knowledge

/// A report as a FHIR R4 transaction by the HL7 Genomics Reporting guide (STU3, 3.0.0).
///
/// It holds the patient, the study, each gene's variants, haplotypes and genotypes, what they mean for
/// each medicine, the recommendations as tasks, and the report that binds them. Names are UUIDs made
/// from sample and knowledge, and no clock is looked at: equal input gives equal bytes.
public enum FHIRBundle {
  /// The bundle as UTF-8, an entry a line.
  public static func document(
    _ input: ReportInput, options: FHIROptions = FHIROptions()
  ) -> [UInt8] {
    let lines = resources(input, options).map(\.entry.json).joined(separator: ",\n")
    return Array(
      "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[\n\(lines)\n]}\n".utf8)
  }

  /// The resources in the order of the bundle.
  static func resources(_ input: ReportInput, _ options: FHIROptions) -> [Resource] {
    let context = ReportContext(input)
    let frame = ReportFrame(input, options)
    let assembly = input.provenance.assembly
    let genes = input.genes.map { result in
      GeneObservations(result, hgnc: result.gene.hgnc, assembly: assembly, frame)
    }
    let bySymbol = Dictionary(
      genes.map { ($0.result.gene.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    let implications = input.drugs.compactMap {
      ImplicationObservation($0, genes: bySymbol, context, frame)
    }
    let tasks = RecommendationTasks(implications, context, frame)
    let study = StudyProcedures(
      input, hgnc: { bySymbol[$0]?.result.gene.hgnc ?? "" }, frame)
    let observations = genes.flatMap(\.resources) + implications.map(\.resource)
    let report = GenomicReport(
      context, observations: observations, implications: implications, tasks: tasks,
      study: study.study, frame)
    return [frame.patient, report.resource, study.study, study.analysis] + observations
      + tasks.medications + tasks.followUps
  }
}
