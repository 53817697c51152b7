extension FilterExpression {
  /// Whether a row counts, given its fields' texts; nil is a missing field.
  ///
  /// Both sides are compared as numbers where both are, else as text, of which only `=` and `!=`
  /// can hold. In a list `0.1,0.2` it is enough that any element compares as asked, so
  /// `!(AF=0.1)` asks for none and `AF!=0.1` for one that differs; `~` looks at the whole text.
  /// What is missing is neither true nor false: no comparison admits a row without the field,
  /// nor does the comparison's opposite.
  package func admits(_ value: (String) -> [UInt8]?) -> Bool { verdict(value) ?? false }

  /// True, false, or nil where it hangs on a missing field.
  private func verdict(_ value: (String) -> [UInt8]?) -> Bool? {
    switch self {
    case .comparison(let field, let comparison, let text):
      value(field).flatMap { Comparand(comparison, text).holds($0) }
    case .present(let field): value(field) != nil
    case .not(let inner): inner.verdict(value).map { !$0 }
    case .both(let left, let right):
      Self.both(left.verdict(value)) { right.verdict(value) }
    case .either(let left, let right):
      Self.either(left.verdict(value)) { right.verdict(value) }
    }
  }

  /// Both of two verdicts, the second one found only if it matters.
  static func both(_ left: Bool?, _ right: () -> Bool?) -> Bool? {
    if left == false { return false }
    let right = right()
    return right == true ? left : right
  }

  /// Either of two verdicts, the second one found only if it matters.
  static func either(_ left: Bool?, _ right: () -> Bool?) -> Bool? {
    if left == true { return true }
    let right = right()
    return right == false ? left : right
  }
}
