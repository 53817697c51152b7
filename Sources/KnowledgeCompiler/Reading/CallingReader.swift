internal import Knowledge

/// Reads `calling` of a gene.
struct CallingReader {
  let file: SourceFile
  let positions: PositionTable

  /// The rules and the line of each field; nil, with findings, if the method is missing or unknown.
  func read(_ gene: SourceFields) -> (value: CallingRules, lines: [String: Int])? {
    guard
      let fields = gene.required("calling")?.fields(
        of: "calling", "method", "requiredPositions", "undocumentedCountsAsReference",
        "unphasedPriorities", "fallback", "linkedPair", "tierOnePositions", "copyNumberCaps",
        "functionOrder", "outsideCallers", "spellings", "caveat", "onRequest"),
      let method = fields.requiredName("method", of: CallingRules.Method.self)
    else { return nil }
    let rules = CallingRules(
      method: method, requiredPositions: indices("requiredPositions", fields),
      undocumentedCountsAsReference: fields.flag("undocumentedCountsAsReference"),
      unphasedPriorities: fields.list("unphasedPriorities").map {
        $0.texts("an entry of 'unphasedPriorities'").map(\.text)
      },
      fallback: fallback(fields), linkedPair: linkedPair(fields),
      tierOnePositions: indices("tierOnePositions", fields), copyNumberCaps: caps(fields),
      functionOrder: fields.texts("functionOrder"),
      outsideCallers: fields.texts("outsideCallers"), spellings: spellings(fields),
      caveat: fields.text("caveat"), onRequest: fields.text("onRequest"))
    return (rules, fields.values.mapValues(\.line))
  }

  private func indices(_ name: String, _ fields: SourceFields) -> [Int] {
    fields.locatedTexts(name).compactMap { positions.index($0, namedBy: "'\(name)'", in: file) }
  }

  private func index(_ name: String, of what: String, _ fields: SourceFields) -> Int? {
    guard let id = fields.requiredText(name) else { return nil }
    let line = fields[name]?.line ?? fields.line
    return positions.index(LocatedText(text: id, line: line), namedBy: what, in: file)
  }

  private func fallback(_ fields: SourceFields) -> CallingRules.Fallback? {
    guard let value = fields["fallback"],
      let inner = value.fields(of: "a fallback", "position", "haplotypes"),
      let position = index("position", of: "the fallback", inner),
      let map = inner.required("haplotypes")
    else { return nil }
    let entries = map.entries("'haplotypes' of a fallback")
    let alleles = positions.values[position].alleles
    for (key, _) in entries where !alleles.contains(key.text) {
      file.error(
        key.line, "the fallback names an allele its position does not have", found: key.text,
        remedy: "use one of \(alleles.joined(separator: ", "))")
    }
    let names = alleles.compactMap { allele in
      entries.first { $0.key.text == allele }?.value.text("a haplotype of a fallback")
    }
    guard names.count == alleles.count else {
      map.error(
        "the fallback does not name a haplotype for each allele of its position",
        found: entries.map(\.key.text).joined(separator: ", "),
        remedy: "name one for each of \(alleles.joined(separator: ", "))")
      return nil
    }
    return CallingRules.Fallback(position: position, haplotypes: names)
  }

  private func linkedPair(_ fields: SourceFields) -> CallingRules.LinkedPair? {
    guard let value = fields["linkedPair"],
      let inner = value.fields(of: "a linked pair", "causal", "tag", "both", "causalOnly"),
      let causal = index("causal", of: "the linked pair", inner),
      let tag = index("tag", of: "the linked pair", inner),
      let both = inner.requiredText("both"), let causalOnly = inner.requiredText("causalOnly")
    else { return nil }
    return CallingRules.LinkedPair(causal: causal, tag: tag, both: both, causalOnly: causalOnly)
  }

  private func spellings(_ fields: SourceFields) -> [String: String] {
    let entries = fields["spellings"]?.entries("'spellings'") ?? []
    return Dictionary(
      entries.compactMap { key, value in
        value.text("today's name").map { (key.text, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private func caps(_ fields: SourceFields) -> [String: Int] {
    var caps: [String: Int] = [:]
    for (key, value) in fields["copyNumberCaps"]?.entries("'copyNumberCaps'") ?? [] {
      guard let text = value.text("a copy number") else { continue }
      guard let count = Int(text), count >= 2 else {
        value.error("a copy number cap must be at least 2", remedy: "write a whole number")
        continue
      }
      caps[key.text] = count
    }
    return caps
  }
}
