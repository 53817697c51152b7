/// Something a user named that is not there, or that makes no sense with this input; one sentence.
struct RequestError: Error, CustomStringConvertible {
  let description: String

  /// Makes an error of its sentence: what was named, what is wrong with it, what to do.
  init(_ description: String) { self.description = description }
}
