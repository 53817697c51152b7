/// A source resolved against its index: what to look for and what to write of it.
package struct AnnotationSource: Sendable {
  /// A field to write, with what is needed of the index for it.
  package final class Field: Sendable {
    /// What was asked for.
    package let request: FieldRequest
    /// What its INFO line declares.
    package let output: OutputField
    /// How several rows become one value.
    let reducer: Reducer
    /// The column of the value, or of the ALT's value.
    let column: Int
    /// The column of REF's value, where the source has one value an allele.
    let referenceColumn: Int?
    /// `;KEY=` or, for a flag, `;KEY`.
    let label: [UInt8]
    let key: [UInt8]
    let isFlag: Bool
    /// Whether the value goes to the ID column.
    let isIdentifier: Bool
    /// Whether the source's value may itself be a list.
    let isList: Bool
    /// Whether values are text, in which some bytes have to be encoded.
    let isText: Bool

    init(
      _ request: FieldRequest, of declared: IndexField, column: Int, match: MatchMode,
      source: String
    ) throws(HeaderError) {
      self.request = request
      output = try OutputField(request, of: declared, match: match, source: source)
      isFlag = output.type == .flag
      reducer = request.reducer ?? .usual(for: match)
      self.column = column
      referenceColumn = declared.number == .perAllele ? column + 1 : nil
      label = Array((";" + request.target + (isFlag ? "" : "=")).utf8)
      key = Array(request.target.utf8)
      isIdentifier = output.isIdentifier
      isList = declared.number == .unbounded || declared.number.isSeveral
      // The ID column has its own separators, and commas are turned into them.
      isText = !isIdentifier && (output.type == .string || output.type == .character)
    }
  }

  /// What was asked for.
  package let specification: SourceSpecification
  /// The index.
  package let index: AnnotationIndex
  /// When a row speaks of a record.
  package let match: MatchMode
  /// The fields to write.
  package let fields: [Field]
  /// Which rows count, by column.
  let filter: CompiledFilter?

  /// Resolves what was asked for against an index.
  ///
  /// - Throws: if a field is not in the source or can't be written as asked for.
  package init(_ specification: SourceSpecification, index: AnnotationIndex) throws {
    let description = index.description
    let match = try specification.match(in: description)
    fields = try specification.requests(in: description).compactMap { request in
      guard let column = description.column(of: request.source),
        let declared = description.fields.first(where: { $0.name == request.source })
      else { return nil }
      return try Field(
        request, of: declared, column: column, match: match, source: specification.name)
    }
    filter = try specification.filter(in: description)
    self.specification = specification
    self.index = index
    self.match = match
  }
}

extension AnnotationSource {
  /// Statistics in which nothing was counted yet.
  package var emptyStatistics: SourceStatistics {
    SourceStatistics(
      name: specification.name, file: index.description.source, sha256: index.description.sha256)
  }
}

extension IndexField.Number {
  /// Whether it is a fixed number of values above one.
  fileprivate var isSeveral: Bool {
    if case .count(let count) = self { count > 1 } else { false }
  }
}

extension FieldRequest {
  /// Whether a source's field tells how far its own record reaches, which is not carried over
  /// unless asked for: in another record it would say how far that one reaches.
  static func isExtent(_ name: String) -> Bool { ["END", "SVLEN"].contains(name) }
}
