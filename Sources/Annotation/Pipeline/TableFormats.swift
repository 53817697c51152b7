internal import GenomeFiles

/// The tables written beside the output from the same pass.
struct TableFormats: Sendable {
  /// Rows as JSON Lines, if asked for.
  let jsonLines: JSONLines?
  /// Rows separated by tabs, if asked for.
  let tabular: TabularRows?

  /// Adds a record's rows to a result.
  func append(
    _ text: [UInt8], _ line: LineColumns, _ values: [[[UInt8]?]], _ result: inout SegmentResult
  ) {
    guard jsonLines != nil || tabular != nil else { return }
    let record = TableRecord(
      contig: text[line.start..<line.contigEnd],
      position: text[line.contigEnd + 1..<line.idStart - 1],
      id: text[line.idStart..<line.referenceStart - 1],
      reference: text[line.referenceStart..<line.alternateStart - 1],
      alternates: text[line.alternateStart..<line.qualityStart - 1],
      filter: text[line.filterStart..<line.infoStart - 1], values: values)
    jsonLines?.append(record, to: &result.jsonLines)
    tabular?.append(record, to: &result.tabular)
  }
}
