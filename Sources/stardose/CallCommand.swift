internal import Analysis
internal import ArgumentParser
internal import Guidance
internal import Knowledge
internal import StarAlleles

/// `stardose call`: star alleles and phenotypes, no guidance.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Call star alleles and phenotypes of every sample in a file.")

  @OptionGroup var input: InputOptions
  @Option(name: .long) var format = "json"

  func run() throws {
    let knowledge = try input.openKnowledge()
    let genes = try input.genes(in: knowledge)
    let table = Dictionary(genes.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one })
    let outside = try input.outsideCallFile(genes: table)
    let analysis = try VariantFileAnalysis(
      path: input.variants, genes: genes, options: input.analysisOptions())
    func q(_ s: String) -> String { "\"" + s.replacing("\"", with: "\\\"") + "\"" }
    var samples: [String] = []
    for (index, name) in analysis.samples.enumerated() {
      let calls = outside.applied(to: analysis.calls(sample: index), genes: table)
      let rows = calls.map { c -> String in
        let status = switch c.status { case .called: "called"; case .ambiguous: "ambiguous"; case .notCalled: "notCalled"; case .outside: "outside" }
        func list(_ d: [Diplotype]) -> String { "[" + d.map { q(String(describing: $0)) }.joined(separator: ",") + "]" }
        return "{\"gene\":\(q(c.gene)),\"status\":\"\(status)\",\"diplotypes\":\(list(c.diplotypes)),\"haplotypes\":[\(c.components.map(q).joined(separator: ","))],\"compatible\":\(list(c.compatible)),\"lookup\":\(list(c.lookup)),\"why\":\(q(String(describing: c.status)))}"
      }
      samples.append("{\"id\":\(q(name)),\"genes\":[\(rows.joined(separator: ","))]}")
    }
    print("{\"samples\":[\(samples.joined(separator: ","))]}")
  }
}
