/// A command, such as `lower the dose`, that can also be said as `lowering the dose`.
struct Clause: Hashable {
  /// The command form of the verb.
  var verb: String
  /// The same verb in -ing form.
  var gerund: String
  /// What follows the verb.
  var object: String

  init(_ verb: String, _ gerund: String, _ object: String) {
    self.verb = verb
    self.gerund = gerund
    self.object = object
  }

  /// As a command.
  var command: String { "\(verb) \(object)" }
  /// As something to consider.
  var considered: String { "\(gerund) \(object)" }
}
