extension FilterExpression {
  /// Reads `AF<0.01 && (FILTER=PASS || !(AC>2)) && DB`.
  ///
  /// `!` binds closest, then `&&`, then `||`; a field by itself asks whether it is there. A text
  /// with spaces or signs goes into quotation marks.
  package init(parsing text: String) throws(SpecificationError) {
    var parser = FilterParser(text: text, tokens: try FilterToken.tokens(of: text))
    self = try parser.whole()
  }
}

/// Reads a filter from its pieces.
private struct FilterParser {
  /// How deep brackets and `!` may go, so that no text exhausts the stack.
  static let depthLimit = 60

  let text: String
  let tokens: [FilterToken]
  var index = 0
  var depth = 0

  init(text: String, tokens: [FilterToken]) {
    self.text = text
    self.tokens = tokens
  }

  mutating func whole() throws(SpecificationError) -> FilterExpression {
    guard !tokens.isEmpty else {
      throw SpecificationError(
        place: "where", reason: "nothing is asked; write a comparison such as AF<0.01")
    }
    let expression = try either()
    guard index == tokens.count else {
      throw error("\(found) comes after a complete condition; join conditions with && or ||")
    }
    return expression
  }

  private mutating func either() throws(SpecificationError) -> FilterExpression {
    var left = try both()
    while take(.or) { left = .either(left, try both()) }
    return left
  }

  private mutating func both() throws(SpecificationError) -> FilterExpression {
    var left = try single()
    while take(.and) { left = .both(left, try single()) }
    return left
  }

  private mutating func single() throws(SpecificationError) -> FilterExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw error("brackets and '!' go deeper than \(Self.depthLimit); write it flatter")
    }
    if take(.not) { return .not(try single()) }
    if take(.open) {
      let inner = try either()
      guard take(.close) else { throw error("')' is missing before \(found); add it") }
      return inner
    }
    return try comparison()
  }

  private mutating func comparison() throws(SpecificationError) -> FilterExpression {
    guard index < tokens.count, case .word(let field, quoted: false) = tokens[index].kind else {
      throw error("a field's name is missing before \(found); write one, as in AF<0.01")
    }
    guard field.unicodeScalars.allSatisfy(Self.namesField) else {
      throw error(
        "\(SpecificationError.quoted(field)) is no field's name; "
          + "a name has letters, digits, '_', '.' and '-'")
    }
    index += 1
    guard index < tokens.count, case .comparison(let comparison) = tokens[index].kind else {
      return .present(field: field)
    }
    index += 1
    guard index < tokens.count, case .word(let value, _) = tokens[index].kind else {
      throw error("a number or text is missing before \(found); write one, as in AF<0.01")
    }
    let needsNumber = [.below, .atMost, .above, .atLeast].contains(comparison)
    guard !needsNumber || NumberText.value(Array(value.utf8)[...]) != nil else {
      throw error(
        "'\(comparison.rawValue)' needs a number on its right, not "
          + "\(SpecificationError.quoted(value)); compare texts with = or !=")
    }
    index += 1
    return .comparison(field: field, comparison, value: value)
  }

  private mutating func take(_ kind: FilterToken.Kind) -> Bool {
    guard index < tokens.count, tokens[index].kind == kind else { return false }
    index += 1
    return true
  }

  private var found: String {
    guard index < tokens.count else { return "the end" }
    return switch tokens[index].kind {
    case .comparison(let comparison): "'\(comparison.rawValue)'"
    case .and: "'&&'"
    case .or: "'||'"
    case .not: "'!'"
    case .open: "'('"
    case .close: "')'"
    case .word(let word, _): SpecificationError.quoted(word)
    }
  }

  private func error(_ reason: String) -> SpecificationError {
    let place = index < tokens.count ? tokens[index].place : text.count + 1
    return FilterToken.error(text, place, reason)
  }

  private static func namesField(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "_.-".unicodeScalars.contains(scalar)
  }
}
