/// What a `.crai` index lists: for each slice of a CRAM file where it lies in the file.
struct SliceList {
  /// Where it was read from.
  let path: String
  /// The end of the last slice, without the header of its container.
  private let end: Int
  private let isEmpty: Bool

  /// Reads an index, gzip compressed or plain.
  ///
  /// - Throws: if a line is not six numbers.
  init(path: String, of reads: String) throws(GenomeFileError) {
    let unreadable = GenomeFileError(.alignmentIndexUnreadable(path), path: reads)
    guard let bytes = try? CompressedStream.content(of: path) else { throw unreadable }
    var end = 0
    var lines = 0
    for line in bytes.split(separator: 10) {
      let numbers = line.split(separator: 9).map { Int(String(decoding: $0, as: UTF8.self)) }
      guard numbers.count == 6, let container = numbers[3], let slice = numbers[4],
        let length = numbers[5], container >= 0, slice >= 0, length >= 0
      else { throw unreadable }
      end = max(end, container + slice + length)
      lines += 1
    }
    self.path = path
    self.end = end
    isEmpty = lines == 0
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
