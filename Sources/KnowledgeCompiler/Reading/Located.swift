/// A value as read from a file, with the place that findings point at.
struct Located<Value> {
  let value: Value
  let file: SourceFile
  let line: Int

  /// Reports an error at the value.
  func error(_ what: String, found: String? = nil, remedy: String) {
    file.error(line, what, found: found, remedy: remedy)
  }

  /// Reports a note at the value.
  func note(_ what: String, found: String? = nil, remedy: String) {
    file.note(line, what, found: found, remedy: remedy)
  }
}
