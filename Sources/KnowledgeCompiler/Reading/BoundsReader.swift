internal import Knowledge

extension Bounds {
  /// Reads `{from: 0, below: 12}`, either end of which may be absent but not both.
  init?(_ value: SourceValue) {
    guard let fields = value.fields(of: "a stretch", "from", "below") else { return nil }
    self.init(fields, value)
  }

  /// Reads `from` and `below` among other fields.
  init?(_ fields: SourceFields, _ value: SourceValue) {
    self.init(from: fields.number("from"), below: fields.number("below"))
    if let from, let below, from >= below {
      value.error(
        "a stretch ends at or below its start", found: "\(from) to \(below)",
        remedy: "give 'below' a larger number")
    }
    if from == nil && below == nil {
      value.error("a stretch has no end", remedy: "give 'from', 'below' or both")
    }
  }
}

extension ClosedNumbers {
  /// Reads `low` and, if it is there, `high` among other fields; nil if there is no `low`.
  init?(_ fields: SourceFields, _ value: SourceValue) {
    guard let low = fields.number("low") else { return nil }
    self.init(low: low, high: fields.number("high"))
    if let high, high < low {
      value.error(
        "a range ends below its start", found: "\(low) to \(high)",
        remedy: "give the lower number first")
    }
  }
}
