import Guidance
import Reports

extension AnswerState {
  /// Shape and word in the state's colour.
  var badge: Markup { "<span class=\"state \(rawValue)\">\(mark)\(word)</span>" }

  /// Shape and word in a small frame, for a medicine named in passing.
  func tag(_ addition: String = "") -> Markup {
    "<span class=\"say \(rawValue)\">\(mark)\(word)\(addition)</span>"
  }
}

extension Int {
  /// The number with its noun.
  func of(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
