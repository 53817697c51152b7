import Testing

/// No sentence of a source stands in the repository, nor comes out of a rule.
struct WordingTests {
  /// Runs of more than twelve words are a source's wording.
  private static let length = 13

  @Test(.enabled(if: ReferenceFolder.isAvailable))
  func `no run of thirteen words is shared with a source`() throws {
    let knowledge = try CheckedKnowledge.shared.get()
    let names = try KnownNames(knowledge)
    let ours = try CheckoutTexts.read() + GeneratedTexts.all(knowledge)
    let finder = OverlapFinder(length: Self.length, ours: ours, without: names)
    let texts = try ReferenceTexts().texts
    let hits = texts.flatMap { finder.hits(in: $0) }
    print("\(ours.count) texts of ours with \(finder.runCount) runs, \(texts.count) of the sources")
    for hit in hits { print("shared:", hit) }
    #expect(hits.count == 0)

    let longest = Dictionary(grouping: texts, by: \.name).values.compactMap { group in
      group.max { $0.text.utf8.count < $1.text.utf8.count }
    }.filter { WordStream($0.text, without: names).words.count >= Self.length }
    let copied = OverlapFinder(length: Self.length, ours: longest, without: names)
    #expect(longest.count > 100)
    for text in longest {
      #expect(!copied.hits(in: text).isEmpty, "a copy from \(text.name) would be found")
    }
  }

  /// Twenty words that are no name, with markup, marks and an allele among them.
  private static let source =
    "One <b>two</b> three, four; five-six (seven) EIGHT nine. Ten eleven *2/*3 twelve thirteen "
    + "fourteen fifteen sixteen seventeen eighteen nineteen twenty"

  @Test(arguments: [
    ("two three four five six seven eight nine ten eleven twelve thirteen fourteen", 1),
    ("two three four five six seven eight nine ten eleven twelve thirteen", 0),
    (
      "Two, three: four five six; seven eight rs4244285 nine ten eleven twelve thirteen fourteen", 1
    ),
    ("two three four five six seven other eight nine ten eleven twelve thirteen fourteen", 0),
    (source, 1),
  ])
  func `a planted run of thirteen words is found and one of twelve is not`(run: String, hits: Int) {
    let finder = OverlapFinder(
      length: Self.length, ours: [.init(name: "ours.md", text: "a line\nzero \(run) and so on")])
    let found = finder.hits(in: .init(name: "a source", text: Self.source))
    #expect(found.count == hits)
    #expect(found.allSatisfy { $0.ours == "ours.md:2" && $0.theirs == "a source" })
  }

  @Test func `a name does not hide a copied sentence`() throws {
    var names = KnownNames()
    names.add("examplin")
    names.add("other salt")
    let theirs = "a person who takes examplin at night should be told to eat early and sleep late"
    let ours = "a person who takes other salt at night should be told to eat early and sleep late"
    let finder = OverlapFinder(
      length: Self.length, ours: [.init(name: "ours", text: ours)], without: names)
    #expect(finder.hits(in: .init(name: "theirs", text: theirs)).count == 1)
  }
}
