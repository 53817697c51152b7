import Foundation
import Testing

/// Every pair of diplotypes a peer warns of by a sentence of its own is found from the definitions,
/// or the definitions no longer allow it.
///
/// The pairs in `Differences/ambiguities.tsv` are those of PharmCAT's `messages.json` (commit
/// c28dc04, entries of type `ambiguity` about unphased data), as facts.
struct PeerAmbiguityTests {
  private static let rows: [[String: String]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Differences/ambiguities.tsv")
    return (try? Table(file).rows) ?? []
  }()

  @Test func `each warning of the peer is found, or why not is known`() throws {
    try #require(Self.rows.count == 38)
    let outcome = try Program.run(["knowledge", "ambiguities", "--all", "--format", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    let genes = Dictionary(answer.genes.map { ($0.gene, $0) }, uniquingKeysWith: { one, _ in one })
    for row in Self.rows {
      let pair = Set([row["called"], row["other"]].compactMap { $0 }.map(Self.folded))
      let found = genes[row["gene"] ?? ""]?.ambiguities.first {
        pair.isSubset(of: $0.readings.map { Self.folded($0.diplotype) })
      }
      let state = found.map { $0.difference == "name" ? "name" : "meaning" } ?? "absent"
      #expect(state == row["outcome"], "\(row)")
      guard let found else {
        #expect(row["reason"]?.isEmpty == false, "\(row)")
        continue
      }
      let first = found.readings.filter(\.isFirst).map { Self.folded($0.diplotype) }
      #expect(first == [Self.folded(row["called"] ?? "")], "\(row)")
    }
  }

  /// The names of a diplotype in alphabetical order.
  private static func folded(_ diplotype: String) -> String {
    diplotype.split(separator: "/").sorted().joined(separator: "/")
  }

  private struct Answer: Decodable {
    struct Gene: Decodable {
      let gene: String
      let ambiguities: [Ambiguity]
    }
    struct Ambiguity: Decodable {
      let difference: String
      let readings: [Reading]
    }
    struct Reading: Decodable {
      let diplotype: String
      let isFirst: Bool
    }
    let genes: [Gene]
  }
}
