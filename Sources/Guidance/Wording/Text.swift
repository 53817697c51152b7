extension StringProtocol {
  /// Without white space at either end.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Trimmed, with each run of white space made one space.
  var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// In single quotes, with control characters escaped and long text cut, for a message.
  package var quoted: String {
    var text = ""
    for scalar in unicodeScalars.prefix(80) {
      switch scalar {
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default:
        if scalar.properties.generalCategory == .control {
          text += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return "'\(text)\(unicodeScalars.count > 80 ? "…" : "")'"
  }

  /// With the first letter in upper case.
  package var sentenceCased: String { prefix(1).uppercased() + dropFirst() }

  /// With a full stop unless the sentence ends already.
  package var closed: String {
    String(self) + (last.map { ".!?".contains($0) } ?? false ? "" : ".")
  }
}

extension Sequence<String> {
  /// Joined as English does: `a`, `a or b`, `a, b or c`.
  package func listed(_ conjunction: String) -> String {
    let items = Array(self)
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Each distinct element once, in the order of first appearance.
  package var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
