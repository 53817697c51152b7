/// The sentences about what one source has at a variant.
struct ExplanationText {
  private let variant: ExplainedVariant
  private let found: SourceExplanation
  private let isRolled: Bool

  init(_ variant: ExplainedVariant, _ found: SourceExplanation, isRolled: Bool) {
    self.variant = variant
    self.found = found
    self.isRolled = isRolled
  }

  var lines: [String] {
    let source = found.source
    let description = source.index.description
    let assembly = description.assembly.map { ", \($0)" } ?? ""
    return [
      "",
      "source '\(source.specification.name)': \(description.source)\(assembly), "
        + "match=\(source.match.text)",
      "  contig: \(contig)",
    ] + (found.contig == nil ? [] : alleles + rows + remarks) + ["  writes: \(written)"]
  }

  // MARK: What is looked for

  private var contig: String {
    guard let name = found.contig else {
      let names = found.source.index.contigs.map(\.name)
      let some = names.prefix(8).joined(separator: ", ")
      return "not in the source under '\(variant.contig)' or another usual name; it has "
        + (names.isEmpty
          ? "none" : some + (names.count > 8 ? " and \(names.count - 8) more" : ""))
    }
    return name == variant.contig ? "'\(name)'" : "'\(variant.contig)' is '\(name)' in the source"
  }

  private var alleles: [String] {
    zip(variant.alternates.indices, found.events).map { index, event in
      let allele = variant.alternates[index]
      let number = variant.alternates.count > 1 ? " \(index + 1)" : ""
      guard let event else {
        return "  allele\(number): '\(allele)' names no change of its own, so nothing is looked up"
      }
      let named = EventText.text(event.key, event.spelling, contig: found.contig ?? "")
      let isMoved =
        ExplainedRow.bases(event.key, event.spelling).map {
          event.key.start != variant.position || $0.deleted.count != variant.reference.utf8.count
        } ?? false
      let how =
        isMoved
        ? ", trimmed \(isRolled ? "and rolled to the left " : "")from "
          + "\(variant.position) \(variant.reference)>\(allele)" : ""
      return "  allele\(number): \(named)\(how)"
    }
  }

  // MARK: Rows

  private var rows: [String] {
    guard let nearby = found.nearby else { return [] }
    guard !found.entries.isEmpty else { return ["  rows: none here", neighbours(nearby)] }
    var lines = ["  rows: \(found.entries.count)\(nearby.isCut ? " and more" : "") here"]
    for (number, entry) in found.entries.enumerated() {
      lines.append("  \(number + 1). \(identity(of: entry.row))")
      lines.append("     \(sentence(entry))")
      if let reference = reference(entry.agreement) { lines.append("     \(reference)") }
      if let isAdmitted = entry.isAdmitted, entry.verdict != .filtered {
        lines.append("     the source's 'where' \(isAdmitted ? "lets it count" : "leaves it out")")
      }
      let values = found.source.fields.map { field in
        let value = entry.row.values[field.column].map { String(decoding: $0, as: UTF8.self) }
        return "\(field.request.source)" + (value.map { $0.isEmpty ? "" : "=\($0)" } ?? " missing")
      }
      if !values.isEmpty { lines.append("     " + values.joined(separator: "; ")) }
    }
    return lines
  }

  private func neighbours(_ nearby: NearbyRows) -> String {
    let before = nearby.before.map { "the nearest before is \(identity(of: $0))" }
    let after = nearby.after.map { "the nearest behind is \(identity(of: $0))" }
    let both = [before, after].compactMap(\.self)
    return "    "
      + (both.isEmpty ? "the source has no row on this contig" : both.joined(separator: ", "))
  }

  private func identity(of row: ExplainedRow) -> String {
    let named = EventText.text(row.key, row.spelling, contig: found.contig ?? "")
    let isSpelledSo =
      row.position == row.key.start
      && row.bases.map { row.end == row.key.start + UInt32(max($0.deleted.count, 1)) - 1 } ?? false
    if isSpelledSo { return named }
    return "\(named) (record at \(row.position)\(row.end > row.position ? "-\(row.end)" : ""))"
  }

  private func sentence(_ entry: SourceExplanation.Entry) -> String {
    switch entry.verdict {
    case .matches(let alleles) where alleles.isEmpty || variant.alternates.count < 2: "matches"
    case .matches(let alleles):
      "matches allele \(alleles.map { "\($0)" }.joined(separator: " and "))"
    case .nothingAsked: "no match: the variant names no change to look for"
    case .filtered: "no match: the source's 'where' leaves it out"
    case .otherPlace:
      found.source.match == .exact
        ? "no match: the change is at another place" : "no match: POS is another"
    case .apart: "no match: it shares no base with the variant"
    case .otherAllele: "no match: another allele at the same place"
    case .otherEnd(let row, let variant):
      "no match: the same type, but \(end("it", row)) and \(end("the variant", variant))"
    case .otherSpelling: "no match: the same hash by chance, but other bases"
    case .otherReference: "no match: another allele, seen on another reference"
    case .otherType(let row): "no match: it is of type \(row)"
    case .overlapTooSmall(let ofVariant, let ofRow):
      "no match: it covers \(percent(ofVariant)) of the variant and the variant "
        + "\(percent(ofRow)) of it; \(found.source.match.text) asks for as much of both"
    }
  }

  private func end(_ what: String, _ end: UInt32?) -> String {
    end.map { "\(what) ends at \($0)" } ?? "\(what) says no END"
  }

  private func reference(_ agreement: ReferenceAgreement) -> String? {
    switch agreement {
    case .same: "REF agrees"
    case .differs(let place, let row, let variant):
      "REF differs: at \(place) the source has \(Character(Unicode.Scalar(row))), the variant "
        + "\(Character(Unicode.Scalar(variant)))"
    case .unknown: nil
    }
  }

  private func percent(_ share: Double) -> String {
    // Rounded down, so that 49.96 % is not told as enough for 50 %.
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  // MARK: Outcome

  private var remarks: [String] {
    let isIndel = found.events.contains { event in
      event.flatMap { ExplainedRow.bases($0.key, $0.spelling) }.map {
        $0.deleted.isEmpty != $0.inserted.isEmpty
      } ?? false
    }
    let isMatched = found.entries.contains {
      if case .matches = $0.verdict { true } else { false }
    }
    guard isIndel, !isMatched, found.source.match == .exact,
      !found.source.specification.isKnowledge
    else { return [] }
    if !isRolled {
      return ["  an insertion or deletion spelled elsewhere in a repeat is found with --fasta only"]
    }
    return found.source.index.description.reference == nil
      ? ["  the source's own indels were not rolled to the left; index it with --fasta"] : []
  }

  private var written: String {
    let parts =
      (found.identifier.map { ["ID column \($0)"] } ?? [])
      + found.addition.split(separator: ";").map(String.init)
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }
}
