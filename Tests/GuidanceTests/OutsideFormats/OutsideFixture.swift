import Guidance
import GuidanceFixtures
import StarAlleles

/// Files in the shapes that callers and typers write, with made-up content, and how they are read.
enum OutsideFixture {
  /// What a file states, a line a call: sample, gene, diplotype or phenotype, caller, marks.
  static func read(
    _ text: String, file: String = "calls.txt", metadata: [String: String] = [:]
  ) throws -> (calls: [String], remarks: [String]) {
    let content = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      OutsideDocument(file: file, text: text, metadata: metadata))
    return (content.calls.map(line), content.remarks.map(\.description))
  }

  /// The sentence with which a file is refused.
  static func refusal(
    _ text: String, file: String = "calls.txt", metadata: [String: String] = [:]
  ) -> String? {
    do {
      let read = try read(text, file: file, metadata: metadata)
      return "read as \(read.calls)"
    } catch {
      return String(describing: error)
    }
  }

  /// A call in one line.
  static func line(_ call: OutsideCall) -> String {
    var words = [call.sample ?? "-", call.gene]
    words.append(call.diplotype?.description ?? call.phenotype ?? "no call")
    words.append("by \(call.caller?.description ?? "nobody")")
    if let told = call.toldPhenotype { words.append("told \(told)") }
    return (words + call.marks.map { "(\($0))" }).joined(separator: " ")
  }
}
