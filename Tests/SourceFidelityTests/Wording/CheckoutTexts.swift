import Foundation
import TestSupport

/// Every text file of the checkout, and of the knowledge base that is checked.
enum CheckoutTexts {
  private static let kinds: Set<String> = ["yaml", "tsv", "md", "swift", "py", "css", "json"]
  private static let folders = [
    "Sources", "Tests", "scripts", "vcf-samples", "benchmarks", "pipelines", "docs",
  ]

  static func read() throws -> [OverlapFinder.Place] {
    let root = SharedCases.root
    var files = try FileManager.default.contentsOfDirectory(
      at: root, includingPropertiesForKeys: nil)
    for folder in folders { files += contents(of: root.appendingPathComponent(folder)) }
    files += contents(of: CheckedKnowledge.folder)
    return try files.filter { kinds.contains($0.pathExtension) }.sorted { $0.path < $1.path }
      .map { file in
        let name = file.path.replacing(root.path + "/", with: "")
        return OverlapFinder.Place(name: name, text: try String(contentsOf: file, encoding: .utf8))
      }
  }

  private static func contents(of folder: URL) -> [URL] {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { !$0.hasPrefix(".build") && !$0.contains("/.build") }
      .map { folder.appendingPathComponent($0) }
  }
}
