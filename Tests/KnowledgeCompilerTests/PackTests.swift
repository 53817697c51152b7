import Foundation
import Knowledge
import KnowledgeCompiler
import TestSupport
import Testing

struct PackTests {
  private let base: FixtureFolder
  private let content: KnowledgeContent
  private let pack: TemporaryFolder

  init() throws {
    base = try FixtureFolder()
    content = try KnowledgeCompilation.load(directory: base.path)
    pack = try TemporaryFolder()
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: pack.file("pack/\(name)"))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func houseRule(action: String = "monitor", alternatives: String = "[otheramine]")
    -> String
  {
    """
    drug: samplamine
    guidelines:
      - source: House
        id: H1
        version: "2026-01-01"
        licence: CC0-1.0
        genes: [ALPHA]
        leavesOut: {ALPHA: [Normal, Intermediate]}
        rules:
          - id: house-1
            when: {ALPHA: [Poor]}
            action: \(action)
            alternatives: \(alternatives)
            rows: [H1]

    """
  }

  private let sources = """
    - {name: House, edition: "2026-01-01", licence: CC0-1.0, attribution: our own pharmacy}

    """

  private var errors: [String] {
    KnowledgeCompilation.check(directory: pack.file("pack"), over: content)
      .filter { $0.severity == .error }.map(\.description)
  }

  @Test func `a pack's guideline is added to the drug the base has`() throws {
    try write(houseRule(), to: "drugs/samplamine.yaml")
    try write(sources, to: "sources.yaml")
    #expect(errors == [])
    let merged = try KnowledgeCompilation.load(directory: pack.file("pack"), over: content)
    #expect(merged.genes == content.genes)
    #expect(merged.medicines == content.medicines)
    let drug = try #require(merged.drugs.first)
    #expect(drug.guidelines.map(\.source) == ["CPIC", "House"])
    #expect(drug.synonyms == ["Sampla"])
    #expect(merged.sources.map(\.name) == ["CPIC", "House", "Sample"])
  }

  @Test func `a pack is opened over a compiled base, and leaves no file behind`() throws {
    try write(houseRule(), to: "drugs/samplamine.yaml")
    try write(sources, to: "sources.yaml")
    _ = try KnowledgeCompilation.compile(directory: base.path, output: base.output)
    let compiled = try KnowledgeBase(path: base.output)
    let merged = try KnowledgeCompilation.lay(pack: pack.file("pack"), over: compiled)
    #expect(try merged.drug("samplamine")?.guidelines.count == 2)
    #expect(merged.identity != compiled.identity)
    #expect(merged.version == "2026-01-01")
    #expect(!FileManager.default.fileExists(atPath: merged.path))
  }

  @Test func `a pack's gene takes the place of the base's`() throws {
    let gene = try base.read("genes/GAMMA.yaml")
    try write(gene.replacing("*57:01", with: "*58:01"), to: "genes/GAMMA.yaml")
    let merged = try KnowledgeCompilation.load(directory: pack.file("pack"), over: content)
    #expect(merged.genes.map(\.symbol) == ["ALPHA", "BETA", "GAMMA"])
    #expect(merged.genes[2].phenotyping == .watchedAlleles(["*58:01"]))
  }

  @Test func `a pack goes through the same checks`() throws {
    try write(houseRule(alternatives: "[sugar]"), to: "drugs/samplamine.yaml")
    #expect(
      errors == [
        "drugs/samplamine.yaml, line 10: rule 'house-1' names a medicine that is not known, "
          + "found 'sugar'; correct the id or add it to medicines/identity-hand.tsv",
        "sources.yaml: a source that genes or guidelines name is not described, "
          + "found 'House (CC0-1.0)'; add an entry with its name and licence",
      ])
  }

  @Test func `a pack that holds nothing is refused`() throws {
    try write("nothing", to: "readme.txt")
    #expect(errors.count == 1)
    #expect(errors.first?.contains("the pack holds nothing") == true)
  }
}
