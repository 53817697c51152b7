/// What a run read, wrote and found.
package struct AnnotationStatistics: Sendable, Hashable {
  /// The edition of the JSON's layout.
  package static let schema = "stardose-annotation-stats/1"

  package var recordsIn = 0
  package var recordsOut = 0
  /// Records left out on purpose, by reason.
  package var dropped: [String: Int] = [:]
  package var linesChanged = 0
  /// Compressed blocks passed on as they were, and those made anew.
  package var blocksCopied = 0
  package var blocksRemade = 0
  /// In the order they were asked for.
  package var sources: [SourceStatistics]

  /// Nothing read yet.
  package init(sources: [SourceStatistics] = []) { self.sources = sources }

  /// Whether each record that came in went out or was dropped by name.
  package var isBalanced: Bool { recordsIn == recordsOut + droppedRecords }

  /// How many records were dropped.
  package var droppedRecords: Int { dropped.values.reduce(0, +) }

  /// Adds another part of the same run; parts name the same sources in the same order.
  package mutating func merge(_ other: AnnotationStatistics) {
    recordsIn += other.recordsIn
    recordsOut += other.recordsOut
    dropped.merge(other.dropped, uniquingKeysWith: +)
    linesChanged += other.linesChanged
    blocksCopied += other.blocksCopied
    blocksRemade += other.blocksRemade
    for (index, source) in other.sources.enumerated() {
      if index < sources.count { sources[index].merge(source) } else { sources.append(source) }
    }
  }

  /// The statistics as JSON: keys sorted, a member a line.
  package func json(_ run: AnnotationRun) -> String {
    var members: [String: JSONValue] = [
      "schema": .text(Self.schema), "version": .text(run.version), "input": .text(run.input),
      "output": .text(run.output), "options": .list(run.options.map(JSONValue.text)),
      "recordsIn": .whole(recordsIn), "recordsOut": .whole(recordsOut),
      "recordsDropped": .counts(dropped), "linesChanged": .whole(linesChanged),
      "blocksCopied": .whole(blocksCopied), "blocksRemade": .whole(blocksRemade),
      "sources": .list(sources.map(\.json)),
    ]
    if let digest = run.untouchedSHA256 { members["untouchedSHA256"] = .text(digest) }
    return JSONValue.object(members).pretty + "\n"
  }
}
