internal import Analysis
internal import Annotation
internal import ArgumentParser
internal import Foundation
internal import GenomeFiles
internal import Guidance
internal import Knowledge
internal import KnowledgeCompiler
internal import MappedIndex
internal import PatientStore
internal import Reports

/// The command line: parse, run, and turn every error into one sentence and a listed exit status.
@main
struct Stardose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stardose",
    abstract: "From star alleles to dose: pharmacogenomic calls and guidance from variant files.",
    version: Edition.version,
    subcommands: [
      CallCommand.self, ReportCommand.self, CheckCommand.self, QueryCommand.self,
      ReplayCommand.self, AnnotateCommand.self,
      IndexCommand.self, KnowledgeCommand.self, PatientCommand.self, AuditCommand.self,
      ServeCommand.self,
    ])

  static func main() async {
    // A closed pipe is an error of writing like any other, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let interruptions = Interruptions()
    defer { interruptions.stop() }
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      finish(with: error)
    }
  }

  private static func finish(with error: any Error) -> Never {
    // A command that has said all there is to say, and only its status is left.
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    if let status = ExitStatus(error) {
      printToStandardError("stardose: \(error)")
      Foundation.exit(status.rawValue)
    }
    if exitCode(for: error) == .success { exit(withError: error) }
    printToStandardError(fullMessage(for: error))
    Foundation.exit(ExitStatus.usage.rawValue)
  }
}

extension ExitStatus {
  /// The status for an error of ours or of the system; nil for a mistake on the command line.
  init?(_ error: any Error) {
    switch error {
    case is GenomeFileError, is OutsideCallError, is CurationError, is StoredReportError:
      self = .inputInvalid
    case let error as PatientDocumentError:
      self =
        switch error.kind {
        case .severalSamples, .noSample: .usage
        case .knowledge: .knowledgeUnusable
        default: .inputInvalid
        }
    case let error as ReviewTraceError:
      self =
        switch error.kind {
        case .unreadable: .inputInvalid
        case .otherKnowledge: .knowledgeUnusable
        case .differs: .failed
        }
    case let error as AnalysisError:
      self = error.isAboutAssembly ? .knowledgeUnusable : .inputInvalid
    case let error as CompilationError:
      self =
        switch error.kind {
        case .source: .inputInvalid
        case .output: .failed
        case .request: .usage
        case .assembly: .knowledgeUnusable
        }
    case let error as AnnotationError:
      self = error.kind == .assembly ? .knowledgeUnusable : .usage
    case is SpecificationError, is HeaderError: self = .usage
    case let error as MappedIndexError: self = error.isAboutWriting ? .failed : .knowledgeUnusable
    case is KnowledgeError: self = .knowledgeUnusable
    case is OutputError: self = .failed
    case let error as PatientStoreError:
      self =
        switch error.kind {
        case .unreadable, .damaged: .inputInvalid
        case .invalid, .notFound, .forbidden: .usage
        case .consent, .credentials, .locked, .wrongKey, .inUse: .failed
        }
    case is RequestError: self = .usage
    case is ValidationError, is CleanExit, is ExitCode: return nil
    default:
      guard !Self.isUsage(error) else { return nil }
      self = .failed
    }
  }

  /// ArgumentParser keeps its parsing errors to itself; their exit code gives them away.
  private static func isUsage(_ error: any Error) -> Bool {
    let code = Stardose.exitCode(for: error)
    return code == .validationFailure || code == .success
  }
}

/// Writes a line to standard error.
func printToStandardError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
