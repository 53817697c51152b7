/// A filter whose fields are numbers, for asking about many rows.
package struct CompiledFilter: Sendable, Hashable {
  private indirect enum Node: Sendable, Hashable {
    case comparison(Int, Comparand)
    case present(Int)
    case not(Node)
    case both(Node, Node)
    case either(Node, Node)
  }

  private let root: Node
  /// The fields it looks at, each once, in ascending order.
  package let fields: [Int]

  /// Compiles a filter.
  ///
  /// - Parameters:
  ///   - known: the names there are, for the error's sentence.
  ///   - fieldIndex: the number of a field; nil if there is none of this name.
  package init(
    _ expression: FilterExpression, known: [String] = [], fieldIndex: (String) -> Int?
  ) throws(SpecificationError) {
    var seen: Set<Int> = []
    root = try Self.compile(expression) { (name) throws(SpecificationError) in
      guard let index = fieldIndex(name) else { throw .unknownField(name, known: known) }
      seen.insert(index)
      return index
    }
    fields = seen.sorted()
  }

  /// Whether a row counts, given its fields' texts; see `FilterExpression.admits`.
  package func admits(_ value: (Int) -> [UInt8]?) -> Bool {
    Self.verdict(root, value) ?? false
  }

  private static func compile(
    _ expression: FilterExpression, _ index: (String) throws(SpecificationError) -> Int
  ) throws(SpecificationError) -> Node {
    switch expression {
    case .comparison(let field, let comparison, let value):
      .comparison(try index(field), Comparand(comparison, value))
    case .present(let field): .present(try index(field))
    case .not(let inner): .not(try compile(inner, index))
    case .both(let left, let right): .both(try compile(left, index), try compile(right, index))
    case .either(let left, let right):
      .either(try compile(left, index), try compile(right, index))
    }
  }

  private static func verdict(_ node: Node, _ value: (Int) -> [UInt8]?) -> Bool? {
    switch node {
    case .comparison(let field, let comparand): value(field).flatMap(comparand.holds)
    case .present(let field): value(field) != nil
    case .not(let inner): verdict(inner, value).map { !$0 }
    case .both(let left, let right):
      FilterExpression.both(verdict(left, value)) { verdict(right, value) }
    case .either(let left, let right):
      FilterExpression.either(verdict(left, value)) { verdict(right, value) }
    }
  }
}

extension SpecificationError {
  /// The error for a field that a source does not have.
  package static func unknownField(_ name: String, known: [String]) -> SpecificationError {
    let some = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", ..." : "")
    return SpecificationError(
      place: "",
      reason: "the source has no field \(quoted(name)); name one that it has"
        + (known.isEmpty ? "" : ": \(some)"))
  }
}
