internal import MappedIndex

/// Every name of every medicine, folded and sorted, as the compiler lays them out.
struct MedicineNames {
  /// What a name is to its medicine; the raw value is kept in the file.
  enum Kind: UInt8, CaseIterable {
    case generic, brand, synonym, code
  }

  private struct Entry: Hashable {
    let folded: FoldedName
    let medicine: Int
    let kind: Kind
  }

  private let entries: [Entry]

  /// Lists the names of medicines sorted by id; the first kind a name has for a medicine counts.
  init(_ medicines: [Medicine]) {
    var seen: Set<[AnyHashable]> = []
    var entries: [Entry] = []
    for (index, medicine) in medicines.enumerated() {
      for (kind, name) in medicine.allNames {
        let folded = FoldedName(name)
        guard !folded.bytes.isEmpty, seen.insert([folded, index]).inserted else { continue }
        entries.append(Entry(folded: folded, medicine: index, kind: kind))
      }
    }
    self.entries = entries.sorted { left, right in
      left.folded.bytes == right.folded.bytes
        ? (left.kind.rawValue, left.medicine) < (right.kind.rawValue, right.medicine)
        : left.folded.bytes.lexicographicallyPrecedes(right.folded.bytes)
    }
  }

  func add(to writer: inout IndexWriter) {
    writer.addPool(KnowledgeLayout.names, entries.map(\.folded.bytes))
    writer.addColumn(KnowledgeLayout.nameOwners, entries.map { UInt32($0.medicine) })
    writer.addColumn(KnowledgeLayout.nameKinds, entries.map(\.kind.rawValue))
  }
}

extension Medicine {
  /// The names a reader may type, with what each is.
  var allNames: [(kind: MedicineNames.Kind, name: String)] {
    [(.generic, name), (.generic, id)] + synonyms.map { (.synonym, $0) }
      + brands.map { (.brand, $0) } + atc.map { (.code, $0) }
      + (rxnorm.isEmpty ? [] : [(.code, rxnorm)])
  }
}
