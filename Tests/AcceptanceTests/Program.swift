import Foundation
import TestSupport

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

  /// The bundled patients.
  static let samples = SharedCases.root.appendingPathComponent("vcf-samples")

  /// The executable: the one named by `STARDOSE`, else the release build, else the debug build.
  static let executable: URL = {
    if let named = ProcessInfo.processInfo.environment["STARDOSE"] {
      return URL(fileURLWithPath: named, relativeTo: SharedCases.root)
    }
    let builds = ["release", "debug"].map {
      SharedCases.root.appendingPathComponent(".build/\($0)/stardose")
    }
    return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[1]
  }()

  /// A knowledge base compiled from the checkout, once for all tests.
  static let knowledge: URL = {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent(
        "stardose-tests-\(ProcessInfo.processInfo.processIdentifier).stardose")
    let folder = SharedCases.root.appendingPathComponent("knowledgebase").path
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
    process.currentDirectoryURL = SharedCases.root
    var environment = ProcessInfo.processInfo.environment
    if !bare { environment["STARDOSE_KNOWLEDGE"] = knowledge.path }
    process.environment = environment
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.url("out"), folder.url("err"))
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
