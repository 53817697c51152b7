/// What the alignments of one sample show at a single-base position.
struct BaseSite: Sendable {
  private(set) var glimpses: [Glimpse] = []
  private var sampling = FragmentSampling()

  /// Takes in what one alignment shows, and keeps at most `most` of them.
  mutating func add(_ glimpse: Glimpse, most: Int) {
    guard sampling.keeps(glimpse.template) else { return }
    glimpses.append(glimpse)
    while glimpses.count > max(most, 1) {
      sampling.halve()
      let before = glimpses.count
      glimpses.removeAll { !sampling.keeps($0.template) }
      if glimpses.count == before, Set(glimpses.map(\.template)).count == 1 { break }
    }
  }

  /// What the fragments show, by fragment: mates that agree count once, the better one; mates that
  /// differ count as the better one with the difference of their qualities.
  func fragments(minimumQuality: UInt8) -> [Glimpse] {
    let ordered = glimpses.sorted { one, other in
      (one.template, one.content == .unsure ? 1 : 0, other.quality)
        < (other.template, other.content == .unsure ? 1 : 0, one.quality)
    }
    var merged: [Glimpse] = []
    merged.reserveCapacity(ordered.count)
    for glimpse in ordered {
      guard let last = merged.last, last.template == glimpse.template else {
        merged.append(glimpse)
        continue
      }
      guard glimpse.content != .unsure, glimpse.content != last.content else { continue }
      let quality = last.quality - min(glimpse.quality, last.quality)
      merged[merged.count - 1] = Glimpse(
        template: last.template, content: quality < minimumQuality ? .unsure : last.content,
        quality: quality, mappingQuality: last.mappingQuality, isReverse: last.isReverse)
    }
    return merged
  }
}
