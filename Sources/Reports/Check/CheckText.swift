public import Evidence
import Guidance

/// The check of one sample for a terminal: verdict, reasons, then every fact and the genes that lack
/// data.
public struct CheckText {
  private let sampleID: String
  private let check: SampleCheck
  private let wording: CheckWording

  /// Makes the text for a sample.
  public init(sampleID: String, check: SampleCheck) {
    self.sampleID = sampleID
    self.check = check
    wording = CheckWording(assembly: check.assembly)
  }

  /// The whole text.
  public var document: String {
    var lines = ["Sample \(sampleID)", wording.headline(check.verdict)]
    lines += Self.reasons(check, wording)
    lines += ["", "What was found"]
    lines += TextLayout.columns(CheckFacts(check).all.map { [$0.label, $0.text] }, indent: 2)
    lines += gaps
    return lines.joined(separator: "\n") + "\n"
  }

  /// The reasons, a list item each.
  static func reasons(_ check: SampleCheck, _ wording: CheckWording) -> [String] {
    check.reasons.flatMap { reason in
      TextLayout.wrapped("  - \(wording.sentence(reason))", hanging: 4)
    }
  }

  private var gaps: [String] {
    let partial = check.genes.filter { $0.hasData && $0.positions.missing > 0 }
    let absent = check.genes.filter { !$0.hasData }
    var lines: [String] = []
    if !partial.isEmpty {
      let rows = partial.map { gene in
        [
          gene.gene, "\(gene.positions.observed) of \(gene.positions.total)",
          gene.core.total < gene.positions.total
            ? "\(gene.core.observed) of \(gene.core.total) to cover" : "",
          gene.positions.causes.first.map { wording.phrase($0.cause) } ?? "",
        ]
      }
      lines += ["", "Genes with some positions missing"] + TextLayout.columns(rows, indent: 2)
    }
    if !absent.isEmpty {
      lines += [""]
      lines += TextLayout.wrapped(
        "No data: \(absent.map(\.gene).joined(separator: ", ")).", hanging: 9)
    }
    return lines
  }
}
