internal import Dispatch
internal import Foundation
internal import MappedIndex

/// Lets the process end by SIGINT, SIGTERM and SIGHUP without partial files.
///
/// The exit status is 128 and the signal's number, as a shell says it of any process.
struct Interruptions {
  private let sources: [any DispatchSourceSignal]

  /// Listens from now on, except for signals that the process was started to ignore.
  init() {
    let ignored = Self.ignoredSignals
    sources = [SIGINT, SIGTERM, SIGHUP].filter { ignored >> UInt64($0 - 1) & 1 == 0 }.map {
      number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        AtomicFile.abandonAll()
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  /// Stops listening.
  func stop() { sources.forEach { $0.cancel() } }

  /// The signals ignored, each a bit, as the system tells it.
  private static var ignoredSignals: UInt64 {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("SigIgn:") }
    return line.flatMap { UInt64($0.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) }
      ?? 0
  }
}
