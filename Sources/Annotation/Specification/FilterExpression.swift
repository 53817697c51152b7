/// Which rows of a source count: comparisons of its fields, joined by `&&`, `||`, `!` and brackets.
package indirect enum FilterExpression: Sendable, Hashable {
  /// The comparisons there are.
  package enum Comparison: String, Sendable, Hashable {
    case equal = "="
    case unequal = "!="
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
    /// The field's text holds the given text.
    case contains = "~"
  }

  /// A field compared with a number or text; a row in which the field is missing does not count.
  case comparison(field: String, Comparison, value: String)
  /// Whether a field is there.
  case present(field: String)
  case not(FilterExpression)
  case both(FilterExpression, FilterExpression)
  case either(FilterExpression, FilterExpression)

  /// The fields it looks at.
  package var fields: [String] {
    switch self {
    case .comparison(let field, _, _), .present(let field): [field]
    case .not(let inner): inner.fields
    case .both(let left, let right), .either(let left, let right): left.fields + right.fields
    }
  }
}
