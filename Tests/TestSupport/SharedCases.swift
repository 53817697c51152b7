package import Foundation

/// Other projects' cases, which stand beside the checkout on some machines.
package enum SharedCases {
  /// The checkout.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder named by `STARDOSE_CASES`, else `../shared/cases`; it may not exist.
  package static let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["STARDOSE_CASES"] ?? "../shared/cases",
    relativeTo: root
  ).standardizedFileURL
}
