import Foundation
import Testing

/// The program as its user runs it: arguments in, exit status and text out.
enum Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    /// The lines on standard error that are not blank.
    var errorLines: [String] {
      errors.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
    }
  }

  /// The checkout.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bundled patients.
  static let samples = root.appendingPathComponent("vcf-samples")

  /// Other projects' cases; absent on most machines.
  static let cases = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["STARDOSE_CASES"] ?? "../shared/cases",
    relativeTo: root
  ).standardizedFileURL

  /// The executable: the one named by `STARDOSE`, else the release build, else the debug build.
  static let executable: URL = {
    if let named = ProcessInfo.processInfo.environment["STARDOSE"] {
      return URL(fileURLWithPath: named, relativeTo: root)
    }
    let builds = ["release", "debug"].map { root.appendingPathComponent(".build/\($0)/stardose") }
    return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[1]
  }()

  /// A knowledge base compiled from the checkout, once for all tests.
  static let knowledge: URL = {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent(
        "stardose-tests-\(ProcessInfo.processInfo.processIdentifier).stardose")
    let folder = root.appendingPathComponent("knowledgebase").path
    let outcome = try? run(["knowledge", "compile", folder, "--output", file.path], bare: true)
    precondition(outcome?.status == 0, "the knowledge base compiles: \(outcome?.errors ?? "")")
    return file
  }()

  /// Runs the program and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: the arguments.
  ///   - bare: whether to leave the knowledge base out of the environment.
  static func run(_ arguments: [String], bare: Bool = false) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    var environment = ProcessInfo.processInfo.environment
    if !bare { environment["STARDOSE_KNOWLEDGE"] = knowledge.path }
    process.environment = environment
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.file("out"), folder.file("err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that is removed when it is dropped.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("stardose-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}

/// A tab-separated file with a head line.
struct Table {
  let rows: [[String: String]]

  init(_ url: URL) throws {
    let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    guard let head = lines.first else {
      rows = []
      return
    }
    rows = lines.dropFirst().map { cells in
      Dictionary(
        zip(head, cells).map { (String($0), String($1)) }, uniquingKeysWith: { one, _ in one })
    }
  }
}
