internal import Knowledge

/// How many of the guideline-drug pairs that the sources list are entered here, by source.
struct GuidelineCoverage {
  private struct Count {
    var listed = 0
    var withRules = 0
    var explained = 0
    var unexplained: [String] = []
  }

  private var counts: [String: Count] = [:]

  /// Counts the pairs of a knowledge base.
  init(_ knowledge: KnowledgeBase) throws {
    let drugs = Dictionary(try knowledge.allDrugs().map { ($0.id, $0) }) { first, _ in first }
    for pair in knowledge.pairs {
      let guideline = drugs[pair.drug]?.guidelines.first {
        $0.source == pair.source && $0.id == pair.guideline
      }
      var count = counts[pair.source] ?? Count()
      count.listed += 1
      if guideline?.rules.isEmpty == false {
        count.withRules += 1
      } else if guideline?.remark != nil {
        count.explained += 1
      } else {
        count.unexplained.append("\(pair.drug) (\(pair.guideline))")
      }
      counts[pair.source] = count
    }
  }

  /// A tab-separated line for each source, then one for all, then the pairs nobody explained.
  var table: String {
    var lines = ["source\tlisted\twith rules\texplained\tunexplained"]
    func line(_ name: String, _ counts: [Count]) -> String {
      [
        name, "\(counts.map(\.listed).reduce(0, +))", "\(counts.map(\.withRules).reduce(0, +))",
        "\(counts.map(\.explained).reduce(0, +))",
        "\(counts.map(\.unexplained.count).reduce(0, +))",
      ].joined(separator: "\t")
    }
    let sorted = counts.sorted { $0.key < $1.key }
    lines += sorted.map { line($0.key, [$0.value]) }
    lines.append(line("all", sorted.map(\.value)))
    lines += sorted.flatMap { source, count in
      count.unexplained.map { "unexplained\t\(source)\t\($0)" }
    }
    return lines.joined(separator: "\n")
  }
}
