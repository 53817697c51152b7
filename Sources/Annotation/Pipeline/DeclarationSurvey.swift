internal import GenomeFiles

/// What the records of a VCF name and its header does not declare, found by reading it once.
///
/// BCF can't hold such names, and its header stands before the first record.
struct DeclarationSurvey {
  /// Header lines that declare it.
  let declarations: [String]
  /// What the user should know; nil if everything is declared.
  let remark: String?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: a file that can be read again.
  ///   - header: the header that would be written.
  init(of path: String, header: [UInt8]) throws(GenomeFileError) {
    var names = UndeclaredNames(headerText: HeaderText.withPlainLineEnds(header))
    var input = try BlockInput(path: path)
    let inflater = Inflater()
    var rest: [UInt8] = []
    while let raw = try input.next(atLeast: TextAnnotation.pieceSize) {
      var text = try inflater.inflate(raw, path: path).text
      if !rest.isEmpty { text = rest + text }
      let end = text.lastIndex(of: 10, from: 0, to: text.count).map { $0 + 1 } ?? 0
      Self.look(at: text, to: end, &names)
      rest = Array(text[end...])
    }
    Self.look(at: rest, to: rest.count, &names)
    declarations = names.declarations
    remark = Self.remark(on: names.declarations, path: path)
  }

  private static func look(at text: [UInt8], to end: Int, _ names: inout UndeclaredNames) {
    var start = 0
    while start < end {
      // What is no record is passed over here and refused when it is annotated.
      guard text[start] != UInt8(ascii: "#"),
        let line = LineColumns(in: text, from: start, to: end)
      else {
        start = text.firstIndex(of: 10, from: start, to: end).map { $0 + 1 } ?? end
        continue
      }
      names.look(at: text, line)
      start = line.next
    }
  }

  private static func remark(on declarations: [String], path: String) -> String? {
    guard !declarations.isEmpty else { return nil }
    // `##INFO=<ID=DP,…` is shown as `INFO DP`.
    let shown = declarations.prefix(5).map { line in
      let parts = line.dropFirst(2).split(separator: "=", maxSplits: 2)
      return "\(parts[0]) \(parts[2].prefix { $0 != "," && $0 != ">" })"
    }
    let more = declarations.count > shown.count ? " and others" : ""
    return
      "\(path): the header does not declare \(shown.joined(separator: ", "))\(more), which BCF "
      + "demands; declarations were added, in which every value is text"
  }
}
