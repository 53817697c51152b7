import Knowledge

/// The parts of a drug's JSON that a rule or a guideline alone decides, kept for further results that meet it.
final class RulePieces {
  private var pieces: [Key: ArraySlice<UInt8>] = [:]

  /// Writes some members, from memory where they were written before; all of one key must be the same
  /// and stand in the same place of an object.
  func write(_ key: Key, to json: inout JSONWriter, _ members: (inout JSONWriter) -> Void) {
    if let piece = pieces[key] { return json.append(members: piece) }
    let start = json.count
    members(&json)
    pieces[key] = ArraySlice(Array(json.piece(from: start)))
  }

  /// What decides a part.
  struct Key: Hashable {
    let part: Part
    let drug: String
    let guideline: String
    /// The id of the rule; nil for the guideline itself.
    let rule: String?
  }

  /// The parts.
  enum Part {
    /// What the rule says, at the start of an entry.
    case saying
    /// The rule's fields.
    case fields
    /// The guideline, at the end of an entry.
    case guideline
  }
}
