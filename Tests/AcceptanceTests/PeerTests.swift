import Foundation
import TestSupport
import Testing

/// The program held against other projects' expected answers, where they are on the machine.
///
/// `conform.py` beside the cases counts; a listed disagreement is one where we believe the other
/// answer is wrong, or is no answer at all, with the reason in `Differences/`.
struct PeerTests {
  private static let script = SharedCases.folder.appendingPathComponent("conform.py")
  private static let isAvailable = FileManager.default.isExecutableFile(atPath: script.path)
  private static let differences = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Differences")

  /// Suites, and the share in percent that must agree once listed disagreements are set aside.
  @Test(
    .enabled(if: isAvailable, "no conform.py under \(SharedCases.folder.path)"),
    arguments: [("matcher", 99.0), ("autogen", 98.0), ("guidance", 99.0), ("badinput", 100.0)])
  func `a suite agrees as far as is right`(suite: String, share: Double) throws {
    let tallies = try Self.tallies(suite)
    #expect(!tallies.isEmpty)
    let listed = try Self.listed(suite)
    for tally in tallies {
      let agreed = 100 * Double(tally.passed + listed) / Double(tally.total)
      print("\(tally.title): \(tally.passed)/\(tally.total), \(listed) listed disagreements")
      let isSetTest = tally.title.contains("compatible set")
      #expect(isSetTest ? tally.passed == tally.total : agreed >= share, "\(tally)")
    }
  }

  @Test(.enabled(if: isAvailable, "no conform.py under \(SharedCases.folder.path)"))
  func `real genomes agree with GeT-RM at least as often as the peer does`() throws {
    let tallies = try Self.tallies("getrm")
    try #require(tallies.count == 2)
    print(
      "getrm: ours \(tallies[0].passed), the peer's \(tallies[1].passed) of \(tallies[0].total)")
    #expect(tallies[0].passed >= tallies[1].passed)
    let listed = try Self.listed("getrm")
    #expect(tallies[0].total - tallies[0].passed <= listed, "every difference is listed")
  }

  struct Tally {
    let title: String
    let passed: Int
    let total: Int
  }

  private static func tallies(_ suite: String) throws -> [Tally] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", script.path, Program.executable.path, SharedCases.folder.path, "--suite", suite,
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["STARDOSE_KNOWLEDGE"] = Program.knowledge.path
    process.environment = environment
    let folder = try TemporaryFolder()
    let file = folder.url("out")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: #/^== (.*): (\d+)/(\d+) /#),
        let passed = Int(match.2), let total = Int(match.3)
      else { return nil }
      return Tally(title: String(match.1), passed: passed, total: total)
    }
  }

  /// How many disagreements of a suite are listed with a reason.
  private static func listed(_ suite: String) throws -> Int {
    let file = differences.appendingPathComponent("\(suite).tsv")
    guard FileManager.default.fileExists(atPath: file.path) else { return 0 }
    let rows = try Table(file).rows
    #expect(rows.allSatisfy { !($0["reason"] ?? "").isEmpty }, "each has a reason")
    return rows.count
  }
}
