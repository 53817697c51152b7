internal import ArgumentParser

/// `stardose report`: what to do about each medicine.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report what the genes mean for each medicine.")
}
