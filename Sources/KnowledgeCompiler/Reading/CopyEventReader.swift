internal import Genome
internal import Knowledge

/// Reads `copy-events/<GENE>.yaml`.
struct CopyEventReader {
  let file: SourceFile

  /// The events of a gene; nil, with findings, if too much is wrong to go on.
  func read(_ root: SourceValue) -> Located<CopyEvents>? {
    guard
      let fields = root.fields(
        of: "copy events", "gene", "contig", "occurrence", "presentAllele", "intervals", "events",
        "limits", "sources"),
      let gene = fields.requiredText("gene"),
      let occurrence = fields.requiredName("occurrence", of: CopyEvents.Occurrence.self),
      let contig = contig(fields)
    else { return nil }
    if gene != file.stem {
      file.error(
        root.line, "the file is not named for its gene", found: gene,
        remedy: "name the file '\(gene).yaml'")
    }
    let events = CopyEvents(
      gene: gene, occurrence: occurrence, presentAllele: fields.text("presentAllele"),
      intervals: fields.requiredList("intervals").compactMap { interval($0, contig) },
      events: fields.requiredList("events").compactMap(event), limits: fields.text("limits"),
      sources: FactSourceReader.read(fields.requiredList("sources")))
    return Located(value: events, file: file, line: root.line)
  }

  private func contig(_ fields: SourceFields) -> Contig? {
    guard let text = fields.requiredText("contig") else { return nil }
    if let contig = Contig(name: text) { return contig }
    fields["contig"]?.error(
      "'contig' of copy events is not known", remedy: "use one of chr1 to chr22, chrX, chrY, chrM")
    return nil
  }

  private func interval(_ item: SourceValue, _ contig: Contig) -> CopyEvents.Interval? {
    guard let fields = item.fields(of: "an interval", "name", "grch38", "grch37"),
      let name = fields.requiredText("name")
    else { return nil }
    if fields["grch38"] == nil, fields["grch37"] == nil {
      item.error(
        "an interval lies on no assembly", found: name, remedy: "add 'grch38' or 'grch37'")
    }
    return CopyEvents.Interval(
      name: name, grch38: fields["grch38"].flatMap { place($0, contig) },
      grch37: fields["grch37"].flatMap { place($0, contig) })
  }

  private func place(_ value: SourceValue, _ contig: Contig) -> GenomicInterval? {
    let texts = value.texts("a place of an interval").map(\.text)
    let numbers = texts.compactMap { Int($0) }.compactMap { Position($0) }
    if texts.count == 2, numbers.count == 2,
      let interval = GenomicInterval(contig: contig, start: numbers[0], end: numbers[1])
    {
      return interval
    }
    value.error(
      "a place of an interval must be its first and last base",
      found: texts.joined(separator: ", "), remedy: "write it as [100, 200]")
    return nil
  }

  private func event(_ item: SourceValue) -> CopyEvents.Event? {
    guard let fields = item.fields(of: "an event", "kind", "allele", "copies"),
      let kind = fields.requiredName("kind", of: CopyEvents.Event.Kind.self)
    else { return nil }
    let copies = fields.locatedTexts("copies").compactMap { text -> Int? in
      if let number = Int(text.text), (0...9).contains(number) { return number }
      file.error(
        text.line, "an entry of 'copies' of an event must be a small whole number",
        found: text.text, remedy: "write digits only")
      return nil
    }
    return CopyEvents.Event(kind: kind, allele: fields.text("allele"), copies: copies)
  }
}
