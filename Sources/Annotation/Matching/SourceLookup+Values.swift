internal import GenomeFiles
internal import MappedIndex

extension SourceLookup {
  /// Looks a record up and adds what is found to what is written of it.
  mutating func annotate(
    _ query: borrowing QueryRecord, _ text: [UInt8], _ line: LineColumns,
    into found: inout RecordAddition
  ) throws(MappedIndexError) {
    try find(query)
    count()
    // A source that knows the place but none of several alleles says so, slot by slot.
    let showsSlots = isExact && rowCount == 0 && knowsPlace && query.keys.count > 1
    if rowCount == 0, !showsSlots, !found.wantsTables { return }
    for index in fields.indices {
      let field = fields[index]
      let mark = found.info.count
      found.info.append(field.label)
      let start = found.info.count
      if found.wantsTables { found.table.append([]) }
      let isPresent =
        isExact ? try appendSlots(field, to: &found) : try appendWhole(field, to: &found)
      if !isPresent && !(showsSlots && !field.isFlag && !field.isIdentifier) {
        found.info.truncate(to: mark)
      } else if field.isIdentifier {
        let value = found.info.copied(start..<found.info.count)
        if let new = identifier(field, value, text, line) { found.identifier = new }
        found.info.truncate(to: mark)
      } else if mayExist(index, in: text),
        let existing = InfoKey.find(field.key, in: text, line.infoStart..<line.infoEnd)
      {
        // What says nothing never takes the place of a value, and '.' is no value to keep.
        if isPresent,
          !field.request.keepsExisting
            || InfoKey.isMissing(existing, key: field.key, in: text)
        {
          found.replacements.append((existing, found.info.copied(mark + 1..<found.info.count)))
        }
        found.info.truncate(to: mark)
      }
    }
  }

  private mutating func count() {
    if rowCount > 0 {
      tally.recordsMatched += 1
      tally.rowsMatched += rowCount
    }
    var start = 0
    for end in rowEnds {
      if end > start {
        tally.allelesMatched += 1
        if end > start + 1 { tally.allelesWithSeveralRows += 1 }
      } else {
        tally.allelesUnmatched += 1
      }
      start = end
    }
  }

  /// What is written to the ID column; nil if it stays as it is.
  private func identifier(
    _ field: AnnotationSource.Field, _ value: [UInt8], _ text: [UInt8], _ line: LineColumns
  ) -> [UInt8]? {
    let isMissing =
      line.referenceStart - line.idStart == 2 && text[line.idStart] == UInt8(ascii: ".")
    if field.request.keepsExisting && !isMissing { return nil }
    // Slots of alleles without an ID say nothing; a list in this column is joined by semicolons.
    var parts: [ArraySlice<UInt8>] = []
    for part in value.split(separator: UInt8(ascii: ",")) where part != [UInt8(ascii: ".")] {
      if !parts.contains(part) { parts.append(part) }
    }
    let joined = Array(parts.joined(separator: [UInt8(ascii: ";")]))
    if joined.isEmpty || text.isEqual(line.idStart..<line.referenceStart - 1, to: joined) {
      return nil
    }
    return joined
  }

  /// Adds one value for the record; false where no row has one.
  private mutating func appendWhole(
    _ field: AnnotationSource.Field, to found: inout RecordAddition
  ) throws(MappedIndexError) -> Bool {
    let start = found.info.count
    let isPresent = try append(field, 0..<rowCount, isSlot: false, to: &found.info)
    if found.wantsTables { found.keep(isPresent, from: start) }
    return isPresent
  }

  /// Adds a value for each alternate allele, and REF's before them where there is one; false where
  /// no row has one.
  private mutating func appendSlots(
    _ field: AnnotationSource.Field, to found: inout RecordAddition
  ) throws(MappedIndexError) -> Bool {
    var isAnyPresent = false
    if let column = field.referenceColumn, field.output.number == .perAllele {
      if rowCount > 0, try append(row: 0, column: column, to: &found.info) {
        isAnyPresent = true
      } else {
        found.info.append(UInt8(ascii: "."))
      }
      found.info.append(UInt8(ascii: ","))
    }
    var first = 0
    let alleles = rowEnds.count
    for allele in 0..<alleles {
      let end = rowEnds[allele]
      if allele > 0, !field.isFlag { found.info.append(UInt8(ascii: ",")) }
      let start = found.info.count
      let isPresent = try append(field, first..<end, isSlot: alleles > 1, to: &found.info)
      if isPresent { isAnyPresent = true }
      if found.wantsTables {
        // A list stays a list in a table, as it is alone in its cell.
        let mark = found.info.count
        let isAlone = isPresent && alleles > 1 && field.isText
        if isAlone { _ = try append(field, first..<end, isSlot: false, to: &found.info) }
        found.keep(isPresent, from: isAlone ? mark : start)
        found.info.truncate(to: mark)
      }
      if !isPresent, !field.isFlag { found.info.append(UInt8(ascii: ".")) }
      first = end
    }
    return isAnyPresent
  }

  /// Adds one value made of some of the rows found; false, adding nothing, where there is none.
  private mutating func append(
    _ field: AnnotationSource.Field, _ rows: Range<Int>, isSlot: Bool, to info: inout ByteScratch
  ) throws(MappedIndexError) -> Bool {
    if rows.isEmpty { return false }
    let start = info.count
    if field.reducer == .own || rows.count == 1 && field.reducer == .first {
      guard try append(row: rows.lowerBound, column: field.column, to: &info) else {
        return false
      }
      if field.isText { encode(&info, from: start, isListElement: isSlot || !field.isList) }
      return true
    }
    var texts: [[UInt8]?] = []
    for row in rows {
      if try append(row: row, column: field.column, to: &info) {
        if field.isText { encode(&info, from: start, isListElement: !field.isList) }
        texts.append(info.copied(start..<info.count))
        info.truncate(to: start)
      } else {
        texts.append(nil)
      }
    }
    guard let value = field.reducer.reduce(texts) else { return false }
    info.append(value)
    if field.isText, isSlot { encode(&info, from: start, isListElement: true) }
    return true
  }

  /// Encodes what may not stand in an element of an INFO value; text of a VCF has only commas left.
  private func encode(_ info: inout ByteScratch, from start: Int, isListElement: Bool) {
    if isEncoded {
      guard isListElement, info.firstIndex(of: UInt8(ascii: ","), from: start) != nil else {
        return
      }
    }
    let value = info.copied(start..<info.count)
    let encoded = InfoText.encode(value, isListElement: isListElement)
    if encoded == value { return }
    info.truncate(to: start)
    info.append(encoded)
  }
}

extension RecordAddition {
  /// Keeps the value that begins at an offset, or that there is none, for the table.
  fileprivate mutating func keep(_ isPresent: Bool, from start: Int) {
    table[table.count - 1].append(isPresent ? info.copied(start..<info.count) : nil)
  }
}
