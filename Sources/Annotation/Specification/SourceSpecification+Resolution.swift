extension SourceSpecification {
  /// How rows of an index are matched: as asked, else by alleles where it has them.
  package func match(in index: IndexDescription) throws(SpecificationError) -> MatchMode {
    switch (match, index.content) {
    case (nil, .alleles): return .exact
    case (nil, .intervals): return .overlap
    case (.exact, .intervals):
      throw SpecificationError(
        place: "\(path), match",
        reason: "the source has intervals without alleles, which match nothing exactly; "
          + "use overlap, overlap=FRACTION or position")
    case (let asked?, _): return asked
    }
  }

  /// The fields to carry over: those asked for, else every INFO field that can be.
  ///
  /// Left out without having been asked for are the columns ID, QUAL and FILTER, lists with one
  /// value a genotype, and what tells how far the source's own record reaches.
  package func requests(in index: IndexDescription) throws(SpecificationError) -> [FieldRequest] {
    let names = index.fields.map(\.name)
    guard let fields else {
      return index.fields.filter { field in
        !FieldRequest.isColumn(field.name) && !FieldRequest.isExtent(field.name)
          && field.number != .perGenotype
      }.map { FieldRequest(source: $0.name, target: prefix + $0.name) }
    }
    for field in fields where !names.contains(field.source) {
      throw SpecificationError.unknownField(field.source, known: names).within("\(path), fields")
    }
    return fields
  }

  /// The filter made ready for an index; fields are numbered by their columns.
  package func filter(in index: IndexDescription) throws(SpecificationError) -> CompiledFilter? {
    guard let filter else { return nil }
    let names = index.fields.map(\.name)
    do throws(SpecificationError) {
      return try CompiledFilter(filter, known: names) { index.column(of: $0) }
    } catch {
      throw error.within("\(path), where")
    }
  }
}
