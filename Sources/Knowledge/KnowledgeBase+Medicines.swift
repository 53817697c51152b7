extension KnowledgeBase {
  /// The medicine with an id; nil if there is none.
  ///
  /// - Complexity: O(log *n*) to find it.
  public func medicine(_ id: String) throws(KnowledgeError) -> Medicine? {
    guard let index = medicineIndex(of: id) else { return nil }
    return try medicine(at: index)
  }

  /// The medicines a text may mean, the likeliest first.
  ///
  /// Generic names, trade names, synonyms, RxNorm and ATC codes are looked at; a strength, dose form
  /// or frequency after the name (`20 mg tablets`) is passed over. Names that begin with the text come
  /// after the same name, names with typing slips last and only if no other fits.
  public func search(_ text: String, limit: Int = 10) throws(KnowledgeError) -> [MedicineMatch] {
    let whole = FoldedName(text)
    guard !whole.bytes.isEmpty else { return [] }
    let bare = FoldedName(MedicationLine.name(in: text))
    var hits = names.exact(whole)
    if hits.isEmpty, !bare.bytes.isEmpty { hits = names.exact(bare) }
    if hits.count < limit { hits += names.beginning(with: bare, atMost: 4 * limit) }
    if hits.isEmpty { hits = names.similar(to: bare) }
    return try ranked(hits, limit)
  }

  /// The medicine that a text names without doubt: by the same name, or the only one within one
  /// typing slip; nil if there is none or several.
  public func medicine(named text: String) throws(KnowledgeError) -> MedicineMatch? {
    let whole = names.exact(FoldedName(text))
    let exact = whole.isEmpty ? names.exact(FoldedName(MedicationLine.name(in: text))) : whole
    if let best = try ranked(exact, 1).first { return best }
    let near = names.similar(to: FoldedName(MedicationLine.name(in: text)))
      .filter { $0.quality == .similar(slips: 1) }
    return Set(near.map(\.medicine)).count == 1 ? try ranked(near, 1).first : nil
  }

  private func ranked(_ hits: [MedicineSearch.Hit], _ limit: Int) throws(KnowledgeError)
    -> [MedicineMatch]
  {
    let ordered = hits.enumerated().sorted { left, right in
      (left.element.quality, left.element.kind.rawValue, left.offset)
        < (right.element.quality, right.element.kind.rawValue, right.offset)
    }.map(\.element)
    var seen: Set<Int> = []
    var matches: [MedicineMatch] = []
    for hit in ordered where matches.count < limit && seen.insert(hit.medicine).inserted {
      let medicine = try medicine(at: hit.medicine)
      let spelled = medicine.allNames.first { FoldedName($0.name).bytes == hit.folded }
      matches.append(
        MedicineMatch(
          medicine: medicine, matchedName: spelled?.name ?? medicine.name,
          nameKind: MedicineMatch.NameKind(hit.kind), quality: hit.quality,
          hasGuidance: hasGuidance(medicine.id)))
    }
    return matches
  }
}

extension MedicineMatch.NameKind {
  init(_ kind: MedicineNames.Kind) {
    switch kind {
    case .generic: self = .generic
    case .brand: self = .brand
    case .synonym: self = .synonym
    case .code: self = .code
    }
  }
}
