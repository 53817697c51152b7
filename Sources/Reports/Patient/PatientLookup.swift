import Guidance
public import Knowledge

/// Looks patients' genes up in a knowledge base; all genes are laid out when it is made.
public struct PatientLookup: Sendable {
  private let genes: [String: Gene]
  private let parser: OutsideCallParser
  private let caller: PhenotypeCaller
  private let identity: String

  /// Lays the genes of a knowledge base out.
  ///
  /// - Throws: `PatientDocumentError` if the knowledge base can't be read.
  public init(_ knowledge: KnowledgeBase) throws(PatientDocumentError) {
    let all: [Gene]
    do throws(KnowledgeError) {
      all = try knowledge.allGenes()
    } catch {
      throw PatientDocumentError(.knowledge("\(error)"), file: knowledge.path)
    }
    self.init(
      genes: Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one }),
      identity: knowledge.identity)
  }

  /// Lays some genes out, by symbol.
  package init(genes: [String: Gene], identity: String) {
    self.genes = genes
    self.identity = identity
    parser = OutsideCallParser(genes: genes)
    caller = PhenotypeCaller(genes: genes)
  }

  /// What is known of a patient's genes; `file` is the document's name, for messages.
  ///
  /// - Throws: `PatientDocumentError` that names what the knowledge base can't place.
  public func results(
    of patient: PatientDocument, file: String = "patient"
  ) throws(PatientDocumentError) -> PatientResults {
    switch patient.calls {
    case .none: PatientResults(genes: [], remarks: [])
    case .stated(let stated): try results(of: stated, file: file)
    case .report(let text, let sample): try results(of: text, sample: sample, file: file)
    }
  }

  private func results(
    of stated: [StatedGene], file: String
  ) throws(PatientDocumentError) -> PatientResults {
    var content = OutsideCallFile(calls: [], remarks: [])
    for one in stated {
      do throws(OutsideCallError) {
        content =
          content
          + (try parser.parse(
            cells: [
              one.gene, one.diplotype ?? "", one.phenotype ?? "", one.activityScore ?? "",
            ], at: OutsideCallPlace(file: file, line: one.line)))
      } catch {
        throw PatientDocumentError(.call(error), file: file, line: one.line)
      }
    }
    for remark in content.remarks {
      if let kind = fault(remark.kind) {
        throw PatientDocumentError(kind, file: file, line: remark.place.line)
      }
    }
    return PatientResults(
      genes: caller.results(for: [], outside: content.calls),
      remarks: content.remarks.map { remark in
        let place = OutsideCallPlace(file: file, line: 0)
        return String(describing: OutsideCallRemark(remark.kind, at: place))
      })
  }

  /// What is an error in a document of one patient, though a mere remark on a laboratory's table.
  private func fault(_ remark: OutsideCallRemark.Kind) -> PatientDocumentError.Kind? {
    switch remark {
    case .unknownGene(let gene): .unknownGene(gene)
    case .unknownPhenotype(let gene, let phenotype):
      .unknownPhenotype(
        gene: gene, phenotype: phenotype, known: genes[gene]?.phenotyping.terms ?? [])
    case .scoreIgnored(let gene, let score): .noScores(gene: gene, score: score)
    default: nil
    }
  }

  private func results(
    of text: String, sample: String?, file: String
  ) throws(PatientDocumentError) -> PatientResults {
    let report: StoredReport
    do throws(StoredReportError) {
      report = try StoredReport(text, file: file)
    } catch {
      throw PatientDocumentError(.report(error), file: file)
    }
    let stored = report.samples[try report.index(of: sample)]
    var remarks: [String] = []
    if report.knowledgeIdentity != identity {
      remarks.append(
        "\(file): the genes were called with knowledge base \(report.knowledgeIdentity) and are "
          + "looked up in \(identity); call them anew if the variants are at hand")
    }
    let strangers = stored.genes.filter { genes[$0.gene] == nil && !$0.title.isEmpty }.map(\.gene)
    if !strangers.isEmpty {
      remarks.append(
        "\(file): the knowledge base has no \(strangers.joined(separator: ", ")), so the stored "
          + "result\(strangers.count == 1 ? " of it is" : "s of them are") not used")
    }
    for one in stored.genes {
      guard let gene = genes[one.gene] else { continue }
      let unknown = one.names.filter { !gene.knows(haplotype: $0) }
      if !unknown.isEmpty {
        remarks.append(
          "\(file): the knowledge base has no \(one.gene) \(unknown.joined(separator: ", ")); "
            + "no function is known for \(unknown.count == 1 ? "it" : "them")")
      }
    }
    return PatientResults(
      genes: stored.results(in: genes, by: caller, on: report.assembly), remarks: remarks)
  }
}
