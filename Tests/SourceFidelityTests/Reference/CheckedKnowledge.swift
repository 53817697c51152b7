import Foundation
import Knowledge
import KnowledgeCompiler
import TestSupport

/// The knowledge base that is checked: this checkout's, or the one `STARDOSE_KNOWLEDGEBASE` names.
struct CheckedKnowledge {
  /// Its folder of text files.
  static let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["STARDOSE_KNOWLEDGEBASE"]
      ?? "knowledgebase",
    relativeTo: SharedCases.root
  ).standardizedFileURL

  /// Read once for all tests.
  static let shared = Result { try CheckedKnowledge(folder: folder) }

  /// The genes by symbol.
  let genes: [String: Gene]
  /// The drugs, sorted by id.
  let drugs: [Drug]
  /// All medicines, those without guidance too.
  let medicines: [Medicine]
  /// The printed names of the medicines by id.
  let names: [String: String]

  init(folder: URL) throws {
    let content = try KnowledgeCompilation.load(directory: folder.path)
    genes = Dictionary(content.genes.map { ($0.symbol, $0) }) { first, _ in first }
    drugs = content.drugs.sorted { $0.id < $1.id }
    medicines = content.medicines
    names = Dictionary(medicines.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Every rule with the drug and guideline it belongs to.
  var rules: [(drug: Drug, guideline: Guideline, rule: GuidanceRule)] {
    drugs.flatMap { drug in
      drug.guidelines.flatMap { guideline in
        guideline.rules.map { (drug, guideline, $0) }
      }
    }
  }

  /// The guideline of a source for a drug.
  func guideline(_ source: String, _ id: String, drug: String) -> Guideline? {
    drugs.first { $0.id == drug }?.guidelines.first { $0.source == source && $0.id == id }
  }
}
