internal import Genome
internal import Knowledge

/// Reads `copy-events/<GENE>.yaml`.
struct CopyEventReader {
  let file: SourceFile

  /// The events of a gene; nil, with findings, if too much is wrong to go on.
  func read(_ root: SourceValue) -> Located<CopyEvents>? {
    guard
      let fields = root.fields(
        of: "copy events", "gene", "contig", "alternate", "occurrence", "presentAllele",
        "intervals",
        "events", "limits", "sources"),
      let gene = fields.requiredText("gene"),
      let occurrence = fields.requiredName("occurrence", of: CopyEvents.Occurrence.self),
      let contig = contig(fields)
    else { return nil }
    if gene != file.stem {
      file.error(
        root.line, "the file is not named for its gene", found: gene,
        remedy: "name the file '\(gene).yaml'")
    }
    let alternate = fields["alternate"].flatMap(sequence)
    let events = CopyEvents(
      gene: gene, occurrence: occurrence, presentAllele: fields.text("presentAllele"),
      intervals: fields.requiredList("intervals").compactMap {
        interval($0, contig, alternate)
      },
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

  private func sequence(_ value: SourceValue) -> AlternateSequence? {
    guard let fields = value.fields(of: "an alternate sequence", "accession", "names", "length"),
      let accession = fields.requiredText("accession"), fields.required("length") != nil,
      let length = fields.integer("length")
    else { return nil }
    return AlternateSequence(
      accession: accession, otherNames: fields.texts("names"), length: length)
  }

  private func interval(
    _ item: SourceValue, _ contig: Contig, _ alternate: AlternateSequence?
  ) -> CopyEvents.Interval? {
    guard
      let fields = item.fields(of: "an interval", "name", "grch38", "grch37", "grch38Alternate"),
      let name = fields.requiredText("name")
    else { return nil }
    if ["grch38", "grch37", "grch38Alternate"].allSatisfy({ fields[$0] == nil }) {
      item.error(
        "an interval lies on no assembly", found: name, remedy: "add 'grch38' or 'grch37'")
    }
    return CopyEvents.Interval(
      name: name, grch38: fields["grch38"].flatMap { place($0, contig) },
      grch37: fields["grch37"].flatMap { place($0, contig) },
      grch38Alternate: fields["grch38Alternate"].flatMap { place($0, on: alternate) })
  }

  private func place(_ value: SourceValue, on sequence: AlternateSequence?) -> AlternateInterval? {
    guard let sequence else {
      value.error(
        "an interval lies on an alternate sequence that is not described",
        remedy: "add 'alternate' with its accession and length to the gene")
      return nil
    }
    guard let (first, last) = ends(value) else { return nil }
    if let interval = AlternateInterval(sequence: sequence, start: first, end: last) {
      return interval
    }
    value.error(
      "an interval is not within its alternate sequence", found: "\(first)-\(last)",
      remedy: "correct it, or the sequence's length")
    return nil
  }

  private func place(_ value: SourceValue, _ contig: Contig) -> GenomicInterval? {
    guard let (first, last) = ends(value) else { return nil }
    return GenomicInterval(contig: contig, start: first, end: last)
  }

  /// The first and the last base of a place, in order; nil, with a finding, for anything else.
  private func ends(_ value: SourceValue) -> (Position, Position)? {
    let texts = value.texts("a place of an interval").map(\.text)
    let numbers = texts.compactMap { Int($0) }.compactMap { Position($0) }
    if texts.count == 2, numbers.count == 2, numbers[0] <= numbers[1] {
      return (numbers[0], numbers[1])
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
