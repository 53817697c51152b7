/// One source to annotate from, as asked for: `gnomad.sdx; fields=AF,top=max(POPMAX); where=AF<0.01`.
package struct SourceSpecification: Sendable, Hashable {
  /// The index's path, or `knowledge` for the knowledge base.
  package let path: String
  /// What the source is called in statistics; the file's name if not given.
  package let name: String
  /// The fields asked for; nil for every INFO field.
  package let fields: [FieldRequest]?
  /// Which rows count; nil for all.
  package let filter: FilterExpression?
  /// How rows are matched; nil leaves it to the index's content.
  package let match: MatchMode?
  /// What is put before each name that was not given.
  package let prefix: String

  /// A specification of its parts.
  package init(
    path: String, name: String, fields: [FieldRequest]? = nil, filter: FilterExpression? = nil,
    match: MatchMode? = nil, prefix: String = ""
  ) {
    self.path = path
    self.name = name
    self.fields = fields
    self.filter = filter
    self.match = match
    self.prefix = prefix
  }
}
