import Foundation
import TestSupport

/// The program while it runs, with a pipe to feed it.
final class RunningProgram {
  private let process = Process()
  private let input = Pipe()
  private let folder: TemporaryFolder

  init(_ arguments: [String], output: FileHandle? = nil) throws {
    // Writing to a program that has ended is an error here and not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    folder = try TemporaryFolder()
    try Data().write(to: folder.url("err"))
    process.executableURL = Program.executable
    process.arguments = arguments
    process.currentDirectoryURL = SharedCases.root
    process.standardInput = input
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: folder.url("err"))
    try process.run()
  }

  /// Writes to the program's standard input.
  func feed(_ bytes: [UInt8], closes: Bool = false) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    if closes { try input.fileHandleForWriting.close() }
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end and gives the exit status, or the signal below zero.
  func wait() throws -> Int32 {
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .exit ? status : -status
  }

  /// What came on standard error.
  var errors: String {
    get throws { String(decoding: try Data(contentsOf: folder.url("err")), as: UTF8.self) }
  }
}

extension Program {
  /// Starts the program and does not wait for it.
  static func start(
    _ arguments: [String], output: FileHandle? = nil
  ) throws -> RunningProgram { try RunningProgram(arguments, output: output) }
}
