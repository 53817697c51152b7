internal import Foundation

/// Passphrases and passwords: from the environment, or typed without being shown.
enum Secret {
  /// Reads one; a new one is asked for twice.
  static func read(_ name: String, variable: String, isNew: Bool) throws -> String {
    if let given = ProcessInfo.processInfo.environment[variable], !given.isEmpty { return given }
    guard isatty(STDIN_FILENO) == 1 else {
      throw RequestError(
        "the \(name) can't be asked for without a terminal; set \(variable) or name a key file")
    }
    let first = try ask("\(name): ")
    if isNew, try ask("once more: ") != first {
      throw RequestError("the two differ; start again")
    }
    return first
  }

  private static func ask(_ prompt: String) throws -> String {
    FileHandle.standardError.write(Data(prompt.utf8))
    setEcho(false)
    defer {
      setEcho(true)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    guard let line = readLine(), !line.isEmpty else {
      throw RequestError("nothing was typed; start again")
    }
    return line
  }

  private static func setEcho(_ isOn: Bool) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/stty")
    process.arguments = [isOn ? "echo" : "-echo"]
    process.standardInput = FileHandle.standardInput
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      if !isOn {
        printToStandardError("stardose: what is typed will be seen, because stty is missing")
      }
    }
  }
}
