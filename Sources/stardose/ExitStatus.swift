/// What the program's exit status means; listed in the README.
enum ExitStatus: Int32 {
  /// The job is done and the output is complete.
  case complete = 0
  /// Something outside the input failed, such as a full disk.
  case failed = 1
  /// The command line makes no sense.
  case usage = 2
  /// An input file can't be read whole or breaks its format.
  case inputInvalid = 3
  /// The knowledge base is missing or unusable, or does not match the input's assembly.
  case knowledgeUnusable = 4
  /// A part of the answer is missing and a partial one was not asked for.
  case partialRefused = 5
}
