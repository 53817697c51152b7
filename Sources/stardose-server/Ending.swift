internal import ArgumentParser
internal import Foundation
internal import Knowledge
internal import PatientStore
internal import PharmacyService

/// How the program speaks on standard error, and how it ends.
enum Ending {
  /// Writes a line to standard error.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Turns an error into one sentence and a status: 1 failed, 2 refused, 4 knowledge base unusable.
  static func end(with error: any Error) -> Never {
    let status: Int32
    switch error {
    case let error as ServiceError: status = error.isUsage ? 2 : 1
    case is KnowledgeError: status = 4
    case is PatientStoreError: status = 1
    case is ValidationError, is CleanExit, is ExitCode:
      if ServerCommand.exitCode(for: error) == .success { ServerCommand.exit(withError: error) }
      say(ServerCommand.fullMessage(for: error))
      exit(2)
    default:
      let code = ServerCommand.exitCode(for: error)
      if code == .success { ServerCommand.exit(withError: error) }
      if code == .validationFailure {
        say(ServerCommand.fullMessage(for: error))
        exit(2)
      }
      status = 1
    }
    say("stardose serve: \((error as? PatientStoreError)?.description ?? "\(error)")")
    exit(status)
  }
}
