internal import Genome
internal import GenomeFiles

/// What one record says about one placed position, the same for every sample in the file.
enum RecordReading: Sendable, Equatable {
  /// Nothing.
  case silent
  /// A homozygous reference genotype shows these bases (1-based, closed) to be reference.
  case coverage(ClosedRange<Int>)
  /// For each allele of the record, whether it takes away the bases of the position; nothing else.
  case removes([Bool])
  /// Each allele of the record, as an allele of the position; nil where a structure hides it.
  case alleles([ObservedAllele?])
  /// The record's REF is not this assembly's reference.
  case referenceMismatch
}

extension PlacedPosition {
  /// Reads a record against this position.
  ///
  /// A record addresses a position when one of its alternate alleles is a change of the same kind
  /// at the same place, however it is anchored, trimmed or shifted. A record without alternate
  /// alleles covers what it spans. Any other record is silent: a deletion with genotype `0/0` says
  /// nothing about a single base inside it.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - isDocumentedElsewhere: whether another known position lists an edit.
  func reading(
    of record: VariantRecord, isDocumentedElsewhere: (AlleleEdit) -> Bool
  ) -> RecordReading {
    let recordStart = record.position.value
    let bases = Array(record.reference.utf8)
    let span = recordStart...max(recordStart, record.end.value)
    guard span.overlaps(footprint) || span.overlaps(eventRange) else { return .silent }
    let isBare = record.alternates.allSatisfy(\.isNonReferenceBlock)
    guard agrees(with: (recordStart, bases)) else { return .referenceMismatch }
    if isBare {
      let covered = record.isReferenceBlock ? span : recordStart...(recordStart + bases.count - 1)
      return .coverage(covered)
    }
    let known = knownBases(with: (recordStart, bases))
    let changes = record.alternates.map { alternate -> Change in
      switch alternate {
      case .sequence(let text):
        guard
          let edit = AlleleEdit(
            position: recordStart, reference: bases, alternate: Array(text.utf8))
        else { return .none }
        return .edit(edit.rolledLeft(base: known.base))
      case .spanningDeletion, .symbolic, .breakend, .unspecified: return .hidden
      }
    }
    let touches = changes.contains {
      if case .edit(let edit) = $0 { isTouched(by: edit) } else { false }
    }
    let isHere = recordStart == start && bases.count == reference.count
    guard touches || isHere else {
      let removed = changes.map { change in
        switch change {
        case .none: false
        case .hidden: true
        case .edit(let edit):
          !edit.deleted.isEmpty && !edit.isSubstitution
            && (edit.start..<edit.end).overlaps(Range(footprint))
        }
      }
      return removed.contains(true) ? .removes([false] + removed) : .silent
    }
    var alleles: [ObservedAllele?] = [.documented(referenceIndex)]
    for (change, alternate) in zip(changes, record.alternates) {
      switch change {
      case .none: alleles.append(.documented(referenceIndex))
      case .hidden: alleles.append(nil)
      case .edit(let edit):
        alleles.append(
          observed(edit, spelled: alternate, isDocumentedElsewhere: isDocumentedElsewhere))
      }
    }
    return .alleles(alleles)
  }

  private enum Change: Equatable {
    case none
    case hidden
    case edit(AlleleEdit)
  }

  /// Whether an edit is a change of this position's kind at its place.
  func isTouched(by edit: AlleleEdit) -> Bool {
    switch kind {
    case .substitution: edit.isSubstitution && (edit.start..<edit.end).contains(start)
    case .indel: edit.isPureIndel && eventRange.contains(edit.start)
    case .complex:
      edits.contains(edit)
        || (edit.isSubstitution
          && (edit.start..<edit.end).overlaps(eventRange.lowerBound..<eventRange.upperBound))
    }
  }

  private func observed(
    _ edit: AlleleEdit, spelled alternate: AlternateAllele,
    isDocumentedElsewhere: (AlleleEdit) -> Bool
  ) -> ObservedAllele {
    if let index = edits.firstIndex(of: edit) { return .documented(index) }
    if kind == .substitution, edit.isSubstitution, (edit.start..<edit.end).contains(start) {
      let base = edit.inserted[start - edit.start]
      if let index = edits.firstIndex(where: { $0?.inserted == [base] }) {
        return .documented(index)
      }
      return base == reference[0]
        ? .documented(referenceIndex) : .undocumented(String(decoding: [base], as: UTF8.self))
    }
    guard isTouched(by: edit), !isDocumentedElsewhere(edit) else {
      return .documented(referenceIndex)
    }
    return .undocumented(String(describing: alternate))
  }
}
