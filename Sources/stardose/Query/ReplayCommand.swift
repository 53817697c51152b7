internal import ArgumentParser
internal import Reports

/// `stardose replay`: works an answer out again.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Work the answer of a trace out again and say whether it is the same, byte for byte.",
    discussion: """
      A trace is what 'stardose query --trace' writes: the patient, the list, the facts, the \
      knowledge base's name, and the answer. It takes the same knowledge base; with another one \
      nothing is replayed and the exit status is 4.
      """)

  @Argument(help: "The trace.")
  var trace: String

  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(name: .long, help: "Print the answer in place of the line that it is the same.")
  var answer = false

  func run() throws {
    let replay = try TraceReplay(TextFile.read(trace), file: trace)
    try replay.run(
      with: knowledge.open(), sha256: knowledge.sha256(), engine: "stardose \(Edition.version)")
    var output = try OutputFile(path: nil)
    try output.write(answer ? replay.answer : "\(trace): the same, byte for byte\n")
    try output.finish()
  }
}
