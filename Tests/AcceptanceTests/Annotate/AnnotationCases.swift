import Foundation
import TestSupport

/// The public cases of annotation that stand beside the checkout on some machines.
enum AnnotationCases {
  /// Our own cases and lists.
  static let own = SharedCases.root.appendingPathComponent("Tests/AcceptanceTests/Annotations")

  /// The folder of the public cases; nil where it is absent, which is printed once.
  static let shared: URL? = {
    let folder = SharedCases.folder.appendingPathComponent("annotation")
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    print("cases of annotation are skipped: there is no folder \(folder.path); set STARDOSE_CASES")
    return nil
  }()

  /// The path of a public case.
  static func path(_ name: String) -> String { shared?.appendingPathComponent(name).path ?? name }

  /// A table of the public cases; empty where they are absent.
  static func table(_ name: String) -> [[String: String]] {
    shared.flatMap { try? Table($0.appendingPathComponent(name)).rows } ?? []
  }

  /// Text split at spaces, but not within double quotes, which go.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words
  }
}
