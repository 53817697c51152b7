/// Finds runs of words that two sets of texts share.
struct OverlapFinder {
  /// A text and where it stands.
  struct Place {
    var name: String
    var text: String
  }

  /// A run that both have.
  struct Hit: CustomStringConvertible {
    var ours: String
    var theirs: String
    var run: String

    var description: String { "\(ours) shares with \(theirs): \(run)" }
  }

  /// How many words in a row are too many.
  let length: Int
  private let names: KnownNames
  private let places: [Place]
  /// Where each of our runs first stands: the text and its first word.
  private var runs: [UInt64: (place: Int, word: Int)] = [:]

  /// How many runs our texts have.
  var runCount: Int { runs.count }

  init(length: Int, ours: [Place], without names: KnownNames = KnownNames()) {
    self.length = length
    self.names = names
    places = ours
    for (index, place) in ours.enumerated() {
      Self.forEachRun(WordStream(place.text, without: names).words, length) { hash, first in
        if runs[hash] == nil { runs[hash] = (index, first) }
      }
    }
  }

  /// The runs a text of theirs shares with ours, overlapping ones as one.
  func hits(in theirs: Place) -> [Hit] {
    let stream = WordStream(theirs.text, without: names)
    var found: [(first: Int, last: Int, ours: (place: Int, word: Int))] = []
    Self.forEachRun(stream.words, length) { hash, first in
      guard let ours = runs[hash] else { return }
      if let open = found.last, open.last >= first {
        found[found.count - 1].last = first + length - 1
      } else {
        found.append((first, first + length - 1, ours))
      }
    }
    return found.map { hit in
      let place = places[hit.ours.place]
      let line = WordStream(place.text, without: names).line(of: hit.ours.word)
      return Hit(
        ours: "\(place.name):\(line)", theirs: theirs.name, run: stream.text(hit.first, hit.last))
    }
  }

  /// Calls with the hash of each run of words and the index of its first.
  private static func forEachRun(
    _ words: [WordStream.Word], _ length: Int, _ body: (UInt64, Int) -> Void
  ) {
    guard words.count >= length else { return }
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var drop: UInt64 = 1
    for _ in 0..<length { drop = drop &* base }
    var hash: UInt64 = 0
    for index in words.indices {
      hash = hash &* base &+ words[index].hash
      if index >= length { hash = hash &- words[index - length].hash &* drop }
      if index >= length - 1 { body(hash, index - length + 1) }
    }
  }
}
