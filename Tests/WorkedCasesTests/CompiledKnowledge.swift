import Foundation
import Knowledge
import KnowledgeCompiler
import TestSupport

/// The checkout's knowledge base, compiled once for all tests of this target.
enum CompiledKnowledge {
  static let shared: Result<KnowledgeBase, any Error> = Result {
    let folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    _ = try KnowledgeCompilation.compile(
      directory: SharedCases.root.appendingPathComponent("knowledgebase").path, output: path)
    return try KnowledgeBase(path: path)
  }
}
