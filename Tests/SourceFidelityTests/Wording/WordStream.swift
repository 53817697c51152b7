/// The words of a text as numbers, without case, punctuation, markup, alleles and names.
struct WordStream {
  /// A word that counts.
  struct Word {
    /// Its letters and digits as a hash.
    var hash: UInt64
    /// Where it stands among the text's bytes.
    var range: Range<Int>
  }

  private(set) var words: [Word] = []
  private let bytes: [UInt8]
  private let names: KnownNames

  init(_ text: String, without names: KnownNames = KnownNames()) {
    bytes = Array(text.utf8)
    self.names = names
    read()
    words = names.droppingPhrases(words)
  }

  /// The text from one word to another.
  func text(_ first: Int, _ last: Int) -> String {
    let range = words[first].range.lowerBound..<words[last].range.upperBound
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line a word stands on, counted from 1.
  func line(of index: Int) -> Int {
    1 + bytes[..<words[index].range.lowerBound].count { $0 == UInt8(ascii: "\n") }
  }

  /// Cuts the bytes at white space and at tags.
  private mutating func read() {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = endOfTag(index) {
        readChunk(start..<index)
        index = end
        start = end
      } else if byte <= 32 {
        readChunk(start..<index)
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    readChunk(start..<bytes.count)
  }

  /// One past the end of a tag that starts here; nil if none does.
  private func endOfTag(_ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    guard next == UInt8(ascii: "/") || next.isLetter else { return nil }
    for index in start + 1..<min(bytes.count, start + 200) where bytes[index] == UInt8(ascii: ">") {
      return index + 1
    }
    return nil
  }

  /// Reads what stands between two blanks.
  private mutating func readChunk(_ chunk: Range<Int>) {
    guard !chunk.isEmpty, !isAllele(chunk), !isAddress(chunk) else { return }
    var whole = WordHash()
    for index in chunk where bytes[index].isWord { whole.add(bytes[index]) }
    let isCapital = chunk.contains { bytes[$0].isCapital }
    guard whole.count > 0, !names.contains(whole.value, isCapital: isCapital) else { return }
    var part = WordHash()
    var start = chunk.lowerBound
    for index in chunk.lowerBound...chunk.upperBound {
      if index < chunk.upperBound, bytes[index].isWord {
        if part.count == 0 { start = index }
        part.add(bytes[index])
      } else if part.count > 0 {
        if !names.contains(part.value, isCapital: bytes[start].isCapital) {
          words.append(Word(hash: part.value, range: start..<index))
        }
        part = WordHash()
      }
    }
  }

  /// `*2`, `HLA-B*15:02`, `c.1905+1G>A` and `rs4244285`.
  private func isAllele(_ chunk: Range<Int>) -> Bool {
    for index in chunk.dropLast() {
      let next = bytes[index + 1]
      if bytes[index] == UInt8(ascii: "*"), next.isDigit { return true }
      if bytes[index] == UInt8(ascii: ">"), index > chunk.lowerBound, bytes[index - 1].isLetter,
        next.isLetter
      {
        return true
      }
    }
    let start = chunk.lowerBound
    return chunk.count > 3 && bytes[start] | 32 == UInt8(ascii: "r")
      && bytes[start + 1] | 32 == UInt8(ascii: "s") && bytes[start + 2].isDigit
  }

  /// Whether it is an address of a page.
  private func isAddress(_ chunk: Range<Int>) -> Bool {
    chunk.count > 8
      && chunk.dropLast(2).contains { index in
        bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
          && bytes[index + 2] == UInt8(ascii: "/")
      }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
  fileprivate var isCapital: Bool { (65...90).contains(self) }
  fileprivate var isLetter: Bool { (97...122).contains(self | 32) }
  fileprivate var isWord: Bool { isDigit || isLetter }
}
