/// What a field is compared with, made ready for many rows.
struct Comparand: Sendable, Hashable {
  private let comparison: FilterExpression.Comparison
  private let text: [UInt8]
  private let number: Double?
  /// A text that is itself a list is compared with the whole of a field.
  private let isList: Bool

  /// Makes a comparison with a text ready.
  init(_ comparison: FilterExpression.Comparison, _ value: String) {
    self.comparison = comparison
    text = Array(value.utf8)
    number = NumberText.value(text[...])
    isList = text.contains(where: Self.separates)
  }

  /// Whether any element of a field's text compares as asked; nil if all elements are missing.
  func holds(_ field: [UInt8]) -> Bool? {
    if comparison == .contains { return Self.contains(field, text) }
    if isList || !field.contains(where: Self.separates) {
      return Self.isMissing(field[...]) ? nil : compares(field[...])
    }
    var isMissing = true
    for element in field.split(omittingEmptySubsequences: false, whereSeparator: Self.separates)
    where !Self.isMissing(element) {
      if compares(element) { return true }
      isMissing = false
    }
    return isMissing ? nil : false
  }

  private func compares(_ element: ArraySlice<UInt8>) -> Bool {
    guard let number, let found = NumberText.value(element) else {
      return switch comparison {
      case .equal: element.elementsEqual(text)
      case .unequal: !element.elementsEqual(text)
      case .below, .atMost, .above, .atLeast, .contains: false
      }
    }
    return switch comparison {
    case .equal: found == number
    case .unequal: found != number
    case .below: found < number
    case .atMost: found <= number
    case .above: found > number
    case .atLeast: found >= number
    case .contains: false
    }
  }

  /// INFO lists have commas, FILTER has semicolons.
  private static func separates(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private static func isMissing(_ element: ArraySlice<UInt8>) -> Bool {
    element.count == 1 && element.first == UInt8(ascii: ".")
  }

  private static func contains(_ field: [UInt8], _ text: [UInt8]) -> Bool {
    guard text.count <= field.count else { return false }
    return (0...field.count - text.count).contains { start in
      field[start...].starts(with: text)
    }
  }
}
