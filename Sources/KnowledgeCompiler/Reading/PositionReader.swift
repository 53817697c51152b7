internal import Genome
internal import Knowledge

/// The positions of a gene that could be read, and the ids of those that could not.
struct PositionTable {
  var values: [DefiningPosition] = []
  var lines: [Int] = []
  /// Where each id lies in `values`.
  var indices: [String: Int] = [:]
  /// Ids whose position had an error of its own; what names them is not reported again.
  var broken: Set<String> = []

  /// The index of a position by id; an unknown id is reported.
  func index(_ id: LocatedText, namedBy what: String, in file: SourceFile) -> Int? {
    if let index = indices[id.text] { return index }
    if !broken.contains(id.text) {
      file.error(
        id.line, "\(what) names a position the gene does not list", found: id.text,
        remedy: "add the position or correct its id")
    }
    return nil
  }
}

/// Reads `positions` of a gene.
struct PositionReader {
  let file: SourceFile

  func read(_ gene: SourceFields) -> PositionTable {
    var table = PositionTable()
    for item in gene.list("positions") {
      guard
        let fields = item.fields(
          of: "a position", "id", "rsid", "hgvs", "alleles", "grch38", "grch37",
          "grch37Reference", "context", "role"),
        let id = fields.requiredText("id")
      else { continue }
      guard table.indices[id] == nil else {
        file.error(
          item.line, "two positions have the same id", found: id, remedy: "keep one of them")
        continue
      }
      guard let position = position(id, fields) else {
        table.broken.insert(id)
        continue
      }
      table.indices[id] = table.values.count
      table.values.append(position)
      table.lines.append(item.line)
    }
    return table
  }

  private func position(_ id: String, _ fields: SourceFields) -> DefiningPosition? {
    let hgvs = fields.requiredText("hgvs")
    let alleles = alleles(fields)
    let place = fields.required("grch38") == nil ? nil : coordinate("grch38", fields)
    let lifted = coordinate("grch37", fields)
    let index = fields.integer("grch37Reference") ?? 0
    let context = fields["context"].map { self.context($0) }
    var role = DefiningPosition.Role.defining
    if fields["role"] != nil {
      guard let named = fields.name("role", of: DefiningPosition.Role.self) else { return nil }
      role = named
    }
    guard let hgvs, let alleles, let place, context != .some(nil) else { return nil }
    guard alleles.indices.contains(index) else {
      fields["grch37Reference"]?.error(
        "'grch37Reference' of position '\(id)' is no index into its alleles",
        remedy: "use 0 to \(alleles.count - 1)")
      return nil
    }
    let known = context.flatMap { $0 }
    if let known, !known.holds(alleles[0], at: place) {
      fields["context"]?.error(
        "the context of position '\(id)' disagrees with its reference allele", found: known.bases,
        remedy: "give the reference bases from the position on")
      return nil
    }
    return DefiningPosition(
      id: id, rsid: fields.text("rsid") ?? (id.hasPrefix("rs") ? id : nil), hgvs: hgvs,
      alleles: alleles,
      grch38: .init(position: place, referenceIndex: 0, context: known),
      grch37: lifted.map { lifted in
        .init(
          position: lifted, referenceIndex: index,
          context: known?.moved(from: place, to: lifted, replacing: alleles[0], by: alleles[index]))
      },
      role: role)
  }

  private func coordinate(_ name: String, _ fields: SourceFields) -> Position? {
    guard let value = fields.integer(name) else { return nil }
    if let position = Position(value), value <= Int32.max { return position }
    fields[name]?.error("'\(name)' of a position is no coordinate", remedy: "count from 1")
    return nil
  }

  private func alleles(_ fields: SourceFields) -> [String]? {
    guard let list = fields.required("alleles") else { return nil }
    let texts = fields.locatedTexts("alleles")
    for text in texts where !text.text.allSatisfy("ACGT".contains) {
      file.error(
        text.line, "an allele must be written in A, C, G and T", found: text.text,
        remedy: "write it as VCF does")
      return nil
    }
    guard (2...16).contains(texts.count), Set(texts.map(\.text)).count == texts.count else {
      list.error(
        "a position needs 2 to 16 different alleles",
        found: texts.map(\.text).joined(separator: ", "), remedy: "list each once")
      return nil
    }
    return texts.map(\.text)
  }

  private func context(_ value: SourceValue) -> SequenceContext? {
    guard let fields = value.fields(of: "a context", "start", "bases"),
      fields.required("start") != nil, let bases = fields.requiredText("bases"),
      let start = coordinate("start", fields)
    else { return nil }
    guard bases.allSatisfy("ACGT".contains) else {
      fields["bases"]?.error(
        "'bases' of a context must be written in A, C, G and T", remedy: "give reference bases")
      return nil
    }
    return SequenceContext(start: start, bases: bases)
  }
}

extension SequenceContext {
  /// Whether the bases from a position on begin with an allele.
  fileprivate func holds(_ allele: String, at position: Position) -> Bool {
    let offset = position.value - start.value
    return offset >= 0 && offset <= bases.count && bases.dropFirst(offset).hasPrefix(allele)
  }

  /// The same bases at another place, with the allele there replaced by that assembly's.
  fileprivate func moved(
    from old: Position, to new: Position, replacing reference: String, by other: String
  ) -> SequenceContext {
    let offset = old.value - start.value
    let rest = bases.dropFirst(offset + reference.count)
    return SequenceContext(
      start: new.advanced(by: -offset), bases: bases.prefix(offset) + other + rest)
  }
}
