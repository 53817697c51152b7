internal import Dispatch
internal import Foundation

/// Stops the service once the command that started it is gone, however it went.
enum ParentWatch {
  /// Begins to watch, if a command says that it started this process.
  static func begin() -> (any DispatchSourceTimer)? {
    guard let text = ProcessInfo.processInfo.environment["STARDOSE_SERVES_FOR"],
      let parent = Int32(text)
    else { return nil }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler {
      guard getppid() != parent else { return }
      timer.cancel()
      kill(getpid(), SIGTERM)
    }
    timer.resume()
    return timer
  }
}
