/// Where each word of 16 bases stands in a sequence.
struct WordIndex {
  /// The length of a word.
  static let length = 16
  private let starts: [Int32]
  private let words: [UInt32]
  private let places: [Int32]

  init(_ bases: [UInt8]) {
    var found: [(word: UInt32, place: Int32)] = []
    Self.forEachWord(in: bases, every: 1) { word, place in found.append((word, Int32(place))) }
    found.sort { ($0.word, $0.place) < ($1.word, $1.place) }
    words = found.map(\.word)
    places = found.map(\.place)
    var starts = [Int32](repeating: 0, count: 65537)
    for word in words { starts[Int(word >> 16) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  /// Calls with each place of a word.
  func forEachPlace(of word: UInt32, _ body: (Int32) -> Void) {
    let bucket = Int(word >> 16)
    var index = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    while index < end, words[index] < word { index += 1 }
    while index < end, words[index] == word {
      body(places[index])
      index += 1
    }
  }

  /// Calls with each word of unambiguous bases and its start.
  static func forEachWord(
    in bases: [UInt8], every step: Int, _ body: (_ word: UInt32, _ start: Int) -> Void
  ) {
    var word: UInt32 = 0
    var valid = 0
    for (index, base) in bases.enumerated() {
      if base > 3 {
        valid = 0
        continue
      }
      word = word << 2 | UInt32(base)
      valid += 1
      let start = index - length + 1
      if valid >= length, start % step == 0 { body(word, start) }
    }
  }
}
