import Foundation
import Knowledge
import KnowledgeCompiler
import Testing

struct FolderTests {
  private let folder: FixtureFolder

  init() throws { folder = try FixtureFolder() }

  @Test func `a folder that is no knowledge base is told`() {
    let sentences = KnowledgeCompilation.check(directory: "/nowhere").map(\.description)
    #expect(
      sentences == [
        "drugs: the folder can't be listed; give the knowledgebase folder of a checkout",
        "genes: the folder can't be listed; give the knowledgebase folder of a checkout",
        "sources.yaml: the file is missing, so no attribution can be printed; "
          + "add it with name, edition, licence and attribution of each source",
      ])
  }

  @Test func `an empty file is told`() throws {
    try folder.write("# nothing\n", to: "genes/GAMMA.yaml")
    #expect(folder.errors.contains("genes/GAMMA.yaml: the file is empty; fill or remove it"))
  }

  @Test func `a file that is not UTF-8 is told`() throws {
    try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: "\(folder.path)/genes/GAMMA.yaml"))
    #expect(folder.errors.contains("genes/GAMMA.yaml: the file is not UTF-8; save it as UTF-8"))
  }

  @Test func `a file that is not YAML is told with its line`() throws {
    try folder.write("gene: GAMMA\n  contig: [", to: "genes/GAMMA.yaml")
    #expect(
      folder.errors.contains(
        "genes/GAMMA.yaml, line 2: the file is not YAML "
          + "(mapping values are not allowed in this context); correct its form"))
  }

  @Test func `a file that is a list is told`() throws {
    try folder.write("- GAMMA\n", to: "genes/GAMMA.yaml")
    #expect(
      folder.errors.contains(
        "genes/GAMMA.yaml, line 1: a gene must be a mapping, found 'a list'; "
          + "write it as {key: value}"))
  }

  @Test func `a missing sources file is a note and leaves the sources in use`() throws {
    try folder.remove("sources.yaml")
    #expect(folder.errors == [])
    let sources = try KnowledgeCompilation.load(directory: folder.path).sources
    #expect(sources.map(\.name) == ["CPIC", "Sample", "Sample", "Sample"])
  }

  @Test func `a source without a description is told`() throws {
    try folder.replace("- name: CPIC", by: "- name: CPIX", in: "sources.yaml")
    #expect(
      folder.errors == [
        "sources.yaml: a source that genes or guidelines name is not described, "
          + "found 'CPIC (CC0-1.0)'; add an entry with its name and licence"
      ])
  }

  @Test func `a source of a fact without a description is told`() throws {
    try folder.replace("- {name: Sample}\n", by: "- {name: Aunt}\n", in: "risks/ALPHA.yaml")
    #expect(
      folder.errors == [
        "sources.yaml: a source that factors, risks, copy events or equations name is not described, found 'Aunt'; "
          + "add an entry with its name and licence"
      ])
  }

  @Test func `a source described twice is told`() throws {
    try folder.replace("- name: CPIC", by: "- name: Sample", in: "sources.yaml")
    #expect(
      folder.errors.contains(
        "sources.yaml, line 8: two sources have the same name and licence, found 'Sample'; "
          + "merge them"))
  }

  @Test func `a guideline without rules or a remark is noted`() throws {
    let text = try folder.read("drugs/samplamine.yaml")
    let start = try #require(text.firstRange(of: "    rules:\n")?.lowerBound)
    try folder.write("\(text[..<start])    rules: []\n", to: "drugs/samplamine.yaml")
    try folder.remove("guideline-index.tsv")
    #expect(folder.errors == [])
    #expect(
      folder.notes == [
        "drugs/samplamine.yaml, line 6: guideline 'G1' has no rules and no remark says why; "
          + "add its rules or a remark"
      ])
  }

  @Test func `a function without a phenotype rule is noted`() throws {
    try folder.replace(
      "    - [Decreased function, Normal function, Intermediate]\n", by: "", in: "genes/ALPHA.yaml")
    #expect(
      folder.notes.contains(
        "genes/ALPHA.yaml, line 29: no phenotype rule names a function that alleles have, "
          + "found 'Decreased function'; its results will be indeterminate"))
  }

  @Test func `text from a file is shown with control characters spelled out`() {
    let finding = CurationFinding(
      .error, file: "f", line: 3, what: "w",
      found: "a\u{1B}[0m" + String(repeating: "x", count: 90),
      remedy: "r")
    #expect(
      finding.description
        == "f, line 3: w, found 'a\\u{1B}[0m\(String(repeating: "x", count: 75))…'; r")
  }
}
