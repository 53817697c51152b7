/// Why an output file can't be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  /// One sentence: where, what was wrong, what to do.
  var description: String {
    "\(path): writing failed (\(reason)); nothing was left there, make room or choose another place"
  }
}
