/// An event as people read it: `chr10:94781859 G>A`, `chr2:233760234 ->AT`, `chr1:1000 <DEL> to 2000`.
enum EventText {
  /// Longer runs of bases are cut.
  private static let limit = 40

  /// The text of an event; a pure insertion or deletion has `-` on its empty side.
  static func text(_ key: EventKey, _ spelling: [UInt8], contig: String) -> String {
    let place = "\(contig):\(key.start)"
    if let bases = ExplainedRow.bases(key, spelling) {
      return "\(place) \(shown(bases.deleted))>\(shown(bases.inserted))"
    }
    guard EventCode.needsSpelling(key.code) else { return "\(place) without an allele" }
    guard let type = QueryRecord.symbolicType(spelling) else {
      return "\(place) \(shown(spelling))"
    }
    let end = RowJudge.end(spelling).map { " to \($0)" } ?? ""
    return "\(place) \(String(decoding: type, as: UTF8.self))\(end)"
  }

  private static func shown(_ bases: [UInt8]) -> String {
    if bases.isEmpty { return "-" }
    let text = String(decoding: bases.prefix(limit), as: UTF8.self)
    return bases.count > limit ? "\(text)... (\(bases.count) bases)" : text
  }
}
