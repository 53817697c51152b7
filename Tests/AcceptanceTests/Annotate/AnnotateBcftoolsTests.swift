import Foundation
import Testing

/// bcftools' own cases of `annotate` (T1), as far as our options can say what theirs do.
struct AnnotateBcftoolsTests {
  private static let cases = AnnotationCases.table("T1-bcftools-annotate.tsv")
  private static let mapped = own("bcftools-mapped.tsv")
  private static let leftOut = own("bcftools-left-out.tsv")
  private static let columns = [
    "CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT",
  ]

  private static func own(_ name: String) -> [[String: String]] {
    (try? Table(AnnotationCases.own.appendingPathComponent(name)).rows) ?? []
  }

  @Test(arguments: mapped.map { $0["case"] ?? "" })
  func `a case of bcftools that our options can say gives its records`(_ name: String) throws {
    guard AnnotationCases.shared != nil else { return }
    let asked = try #require(Self.mapped.first { $0["case"] == name })
    let row = try #require(Self.cases.first { $0["case"] == name })
    let scene = try AnnotationScene()
    let source = AnnotationCases.path(try #require(row["source_file"]))
    let index = try scene.index(source, AnnotationCases.words(asked["index"] ?? ""))
    let outcome = try scene.annotate(
      AnnotationCases.path(try #require(row["input_vcf"])), ["\(index); \(asked["source"] ?? "")"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let expected = AnnotationCases.path(try #require(row["expected_vcf(minus ##bcftools_*)"]))
    let uncompared = Set((asked["uncompared"] ?? "").split(separator: ",").map(String.init))
    let wanted = Self.compared(try AnnotationScene.text(of: expected), without: uncompared)
    #expect(Self.compared(outcome.text, without: uncompared) == wanted)
    #expect(!wanted.isEmpty)
  }

  @Test func `each case of bcftools passes or is listed with the reason`() throws {
    let whole = Self.mapped.filter { ($0["uncompared"] ?? "").isEmpty }.compactMap { $0["case"] }
    let part = Self.mapped.filter { !($0["uncompared"] ?? "").isEmpty }.compactMap { $0["case"] }
    let listed = Self.leftOut.compactMap { $0["case"] }
    print(
      "bcftools' cases of annotate: \(whole.count) pass, \(listed.count) are listed, "
        + "\(part.count) of these pass in part")
    #expect(Self.leftOut.allSatisfy { ($0["reason"] ?? "").count > 5 })
    #expect(Set(part).isSubset(of: listed))
    #expect(Set(whole).isDisjoint(with: listed))
    #expect(whole.count + listed.count == 83)
    guard AnnotationCases.shared != nil else { return }
    #expect(Set(whole + listed) == Set(Self.cases.compactMap { $0["case"] }))
    #expect(Self.cases.count == 83)
  }

  /// The records' columns that are compared.
  private static func compared(_ text: String, without: Set<String>) -> [String] {
    AnnotationScene.records(of: text).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
        .filter { !without.contains(columns[min($0.offset, 8)]) }
        .map { String($0.element) }.joined(separator: "\t")
        .replacingOccurrences(of: "\n", with: "")
    }
  }
}
