import Guidance

/// What a user made of one card, as a client reports it.
public struct CardFeedback: Sendable, Hashable {
  /// The card's uuid.
  public var card: String
  /// Whether it was followed.
  public var outcome: Outcome
  /// The uuids of the suggestions taken; empty unless accepted.
  public var acceptedSuggestions: [String]
  /// The code of the reason for not following; nil if none is given.
  public var overrideReason: String?
  /// What the user wrote; nil if nothing.
  public var userComment: String?
  /// When, as the client writes it.
  public var outcomeTimestamp: String

  /// Whether a card was followed.
  public enum Outcome: String, Sendable, Hashable, CaseIterable { case accepted, overridden }

  /// Reads a feedback document.
  ///
  /// - Throws: a refusal (400) that names the element and what is wrong with it.
  static func read(_ body: [UInt8]) throws(ServiceReply) -> [CardFeedback] {
    let root = try RequestBody.read(body)
    guard let list = root["feedback"], list.isArray, !list.elements.isEmpty else {
      throw .refusal(400, "'feedback' is missing or is an empty list.")
    }
    var all: [CardFeedback] = []
    for (index, element) in list.elements.enumerated() {
      all.append(try CardFeedback(element, "feedback[\(index)]."))
    }
    return all
  }

  private init(_ value: JSONValue, _ place: String) throws(ServiceReply) {
    card = try RequestBody.text("card", in: value, place)
    guard RequestBody.isUUID(card) else {
      throw .refusal(400, "'\(place)card' is \(card.quoted), which is no UUID.")
    }
    let word = try RequestBody.text("outcome", in: value, place)
    guard let outcome = Outcome(rawValue: word) else {
      throw .refusal(
        400, "'\(place)outcome' is \(word.quoted); 'accepted' or 'overridden' is wanted.")
    }
    self.outcome = outcome
    outcomeTimestamp = try RequestBody.text("outcomeTimestamp", in: value, place)
    acceptedSuggestions = []
    for suggestion in value["acceptedSuggestions"]?.elements ?? [] {
      acceptedSuggestions.append(
        try RequestBody.text("id", in: suggestion, "\(place)acceptedSuggestions."))
    }
    guard (outcome == .accepted) == !acceptedSuggestions.isEmpty else {
      throw .refusal(
        400,
        outcome == .accepted
          ? "'\(place)acceptedSuggestions' is missing, though the card was accepted."
          : "'\(place)acceptedSuggestions' is given, though the card was overridden.")
    }
    guard let reason = value["overrideReason"], reason != .null else { return }
    overrideReason = reason["reason"]?["code"]?.text
    userComment = reason["userComment"]?.text
    guard outcome == .overridden, overrideReason != nil || userComment != nil else {
      throw .refusal(
        400, "'\(place)overrideReason' needs a reason or a comment, and an overridden card.")
    }
  }
}
