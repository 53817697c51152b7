/// Says why a row does or does not speak of a record; which rows do is for `SourceLookup` to say.
struct RowJudge {
  let source: AnnotationSource
  /// The variant's REF in upper case.
  let reference: [UInt8]
  /// The rows that were found.
  let matched: [RowReference: [Int]]

  /// What is to be said of a row.
  func verdict(on row: ExplainedRow, _ query: borrowing QueryRecord) -> RowVerdict {
    if let alleles = matched[row.reference] { return .matches(alleles) }
    switch source.match {
    case .exact: return exactVerdict(on: row, query)
    case .position: return row.position == query.position ? .filtered : .otherPlace
    case .overlap: return overlaps(row, query) ? .filtered : .apart
    case .reciprocal(let share): return sharedVerdict(on: row, query, share)
    }
  }

  private func exactVerdict(on row: ExplainedRow, _ query: borrowing QueryRecord) -> RowVerdict {
    if query.keys.allSatisfy({ $0 == 0 }) { return .nothingAsked }
    var verdict = RowVerdict.otherPlace
    for allele in query.keys.indices where query.keys[allele] != 0 {
      let key = EventKey(packed: query.keys[allele])
      guard key.start == row.key.start else { continue }
      let spelling = query.spelling(allele)
      if key == row.key { return spelling == row.spelling ? .filtered : .otherSpelling }
      if let type = QueryRecord.symbolicType(spelling),
        let other = QueryRecord.symbolicType(row.spelling)
      {
        verdict =
          type.elementsEqual(other)
          ? .otherEnd(row: Self.end(row.spelling), variant: Self.end(spelling))
          : .otherType(row: String(decoding: other, as: UTF8.self))
      } else if EventCode.disagreeInReference(key.code, row.key.code) {
        if verdict == .otherPlace { verdict = .otherReference }
      } else {
        verdict = .otherAllele
      }
    }
    return verdict
  }

  private func sharedVerdict(
    on row: ExplainedRow, _ query: borrowing QueryRecord, _ share: Double
  ) -> RowVerdict {
    guard overlaps(row, query) else { return .apart }
    let shared =
      Double(min(row.end, query.end)) - Double(max(row.position, query.position)) + 1
    let ofVariant = shared / (Double(query.end - query.position) + 1)
    let ofRow = shared / (Double(row.end - row.position) + 1)
    guard ofVariant >= share, ofRow >= share else {
      return .overlapTooSmall(ofVariant: ofVariant, ofRow: ofRow)
    }
    if let type = QueryRecord.symbolicType(row.spelling) {
      let types = query.keys.indices.compactMap { QueryRecord.symbolicType(query.spelling($0)) }
      if !types.isEmpty, !types.contains(type) {
        return .otherType(row: String(decoding: type, as: UTF8.self))
      }
    }
    return .filtered
  }

  private func overlaps(_ row: ExplainedRow, _ query: borrowing QueryRecord) -> Bool {
    row.position <= query.end && row.end >= query.position
  }

  /// The END behind the type of a symbolic allele's spelling.
  static func end(_ spelling: [UInt8]) -> UInt32? {
    guard let type = QueryRecord.symbolicType(spelling) else { return nil }
    return UInt32(String(decoding: spelling[type.endIndex...], as: UTF8.self))
  }

  /// Whether row and record state the same reference.
  func agreement(of row: ExplainedRow, _ query: borrowing QueryRecord) -> ReferenceAgreement {
    guard let deleted = row.bases?.deleted else { return .unknown }
    var agreement = ReferenceAgreement.unknown
    for (offset, base) in deleted.enumerated() {
      let coordinate = Int(row.key.start) + offset
      let own = coordinate - Int(query.position)
      guard reference.indices.contains(own) else { continue }
      guard reference[own] == base else {
        return .differs(at: UInt32(coordinate), row: base, variant: reference[own])
      }
      agreement = .same
    }
    return agreement
  }
}
