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
    let (genes, drugs, sources) = try KnowledgeCompilation.load(directory: realPath)
    let knowledge = try KnowledgeBase(path: path)
    #expect(knowledge.identity == summary.identity)
    #expect(knowledge.sources == sources)
    #expect(try knowledge.allGenes() == genes.sorted { $0.symbol < $1.symbol })
    #expect(try knowledge.allDrugs() == drugs.sorted { $0.id < $1.id })
    for gene in genes { #expect(try knowledge.gene(gene.symbol) == gene) }
    for drug in drugs { #expect(try knowledge.drug(drug.id) == drug) }
  }
}
