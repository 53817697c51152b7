internal import Genome

/// What a `.crai` index lists: for each slice of a CRAM file where it lies in the file.
struct SliceList {
  /// Where it was read from.
  let path: String
  /// The end of the last slice, without the header of its container.
  private let end: Int
  private let isEmpty: Bool
  /// The slices of each contig, by its number in the header: 1-based and closed, and their container's
  /// offset in the file.
  private let slices: [Int: [(start: Int, end: Int, offset: Int)]]

  /// Reads an index, gzip compressed or plain.
  ///
  /// - Throws: if a line is not six numbers.
  init(path: String, of reads: String) throws(GenomeFileError) {
    let unreadable = GenomeFileError(.alignmentIndexUnreadable(path), path: reads)
    guard let bytes = try? CompressedStream.content(of: path) else { throw unreadable }
    var end = 0
    var lines = 0
    var slices: [Int: [(start: Int, end: Int, offset: Int)]] = [:]
    for line in bytes.split(separator: 10) {
      let numbers = line.split(separator: 9).map { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.count == 6, let contig = numbers[0], let start = numbers[1],
        let span = numbers[2], let container = numbers[3], let slice = numbers[4],
        let length = numbers[5], container >= 0, slice >= 0, length >= 0
      else { throw unreadable }
      end = max(end, container + slice + length)
      lines += 1
      slices[contig, default: []].append((start, start + max(span, 1) - 1, container))
    }
    self.path = path
    self.end = end
    isEmpty = lines == 0
    self.slices = slices
  }

  /// Whether regions need slices at least as often as the file has any, so that reading it from end to
  /// end decodes less: a slice may hold reads of several contigs, and each asks for it anew.
  func isReadWhole(for regions: TargetRegions, _ contigs: [Contig?]) -> Bool {
    var needed = 0
    for (number, contig) in contigs.enumerated() {
      guard let contig, let slices = slices[number] else { continue }
      for span in joined(regions.spans(on: contig, bridging: 1 << 14), contig: number) {
        needed += slices.count { $0.start <= span.end && $0.end >= span.start }
      }
    }
    return needed > 0 && needed >= Set(slices.values.joined().map(\.offset)).count
  }

  /// Spans of a contig, in order, of which those that need a slice in common are made one: a slice is
  /// decoded whole each time it is asked for.
  func joined(
    _ spans: [(start: Int, end: Int)], contig: Int
  ) -> [(start: Int, end: Int)] {
    let slices = slices[contig] ?? []
    var joined: [(start: Int, end: Int)] = []
    var last: Int?
    for span in spans {
      let offsets = slices.lazy.filter { $0.start <= span.end && $0.end >= span.start }.map(
        \.offset)
      let (first, most) = (offsets.min(), offsets.max())
      if let last, let first, first <= last, let open = joined.indices.last {
        joined[open].end = max(joined[open].end, span.end)
      } else {
        joined.append(span)
      }
      last = [last, most].compactMap(\.self).max()
    }
    return joined
  }

  /// Throws unless the last slice ends where the file does.
  ///
  /// What lies between is the header of its container and the end block of the file, which CRAM
  /// writers make 40 to 150 bytes long together (CRAM specification 3.1, sections 7 and 9).
  func check(against reads: String) throws(GenomeFileError) {
    let size = try FileStatus(path: reads).size
    if isEmpty || (10...200).contains(size - end) { return }
    throw GenomeFileError(
      .alignmentIndexStale(path, because: "it ends where the reads do not"), path: reads)
  }
}
