/// A field to be carried over: from where, under which name, and how.
package struct FieldRequest: Sendable, Hashable {
  /// The field's name in the source.
  package let source: String
  /// The INFO key to write, or `ID` for the ID column.
  package let target: String
  /// How several rows become one value; nil leaves it to the kind of match.
  package let reducer: Reducer?
  /// Whether a value that the record has already is left as it is.
  package let keepsExisting: Bool

  /// A request of its parts.
  package init(source: String, target: String, reducer: Reducer? = nil, keepsExisting: Bool = false)
  {
    self.source = source
    self.target = target
    self.reducer = reducer
    self.keepsExisting = keepsExisting
  }
}
