internal import Foundation

/// Stops the service once the command that started it is gone, however it went.
enum ParentWatch {
  /// Begins to watch, if a command says that it started this process.
  static func begin() {
    guard let text = ProcessInfo.processInfo.environment["STARDOSE_SERVES_FOR"],
      let parent = Int32(text)
    else { return }
    Thread.detachNewThread {
      while getppid() == parent { Thread.sleep(forTimeInterval: 1) }
      kill(getpid(), SIGTERM)
    }
  }
}
