import Foundation
import Knowledge
import KnowledgeCompiler
import Testing
import TestSupport

/// The knowledge base of this checkout.
private let realPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../knowledgebase").standardized.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: "\(realPath)/genes")))
struct RealKnowledgeTests {
  @Test func `every gene and drug of the knowledge base reads as it was compiled`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    let summary = try KnowledgeCompilation.compile(directory: realPath, output: path)
    let content = try KnowledgeCompilation.load(directory: realPath)
    let knowledge = try KnowledgeBase(path: path)
    #expect(knowledge.identity == summary.identity)
    #expect(try knowledge.content() == content)
    for gene in content.genes { #expect(try knowledge.gene(gene.symbol) == gene) }
    for drug in content.drugs { #expect(try knowledge.drug(drug.id) == drug) }
    for medicine in content.medicines { #expect(try knowledge.medicine(medicine.id) == medicine) }
  }

  @Test func `the compiled file is small`() throws {
    let folder = try TemporaryFolder()
    let summary = try KnowledgeCompilation.compile(
      directory: realPath, output: folder.file("knowledge.stardose"))
    #expect(summary.byteCount < 12_000_000)
  }
}
