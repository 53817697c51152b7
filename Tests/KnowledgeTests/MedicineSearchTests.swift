import MappedIndex
import TestSupport
import Testing

@testable import Knowledge

struct MedicineSearchTests {
  private let folder: TemporaryFolder
  private let knowledge: KnowledgeBase

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    let medicines = [
      Medicine(
        id: "samplamine", name: "samplamine", rxnorm: "42", atc: ["A01AA01"], brands: ["Sampla"],
        synonyms: ["Samplamín", "SPL"]),
      Medicine(id: "samplamine-xr", name: "samplamine XR", brands: ["Samplax"]),
      Medicine(id: "thirdamine", name: "thirdamine", synonyms: ["co-third"]),
      Medicine(
        id: "duo", name: "samplamine and thirdamine", kind: .combination,
        ingredients: ["samplamine", "thirdamine"]),
    ]
    let file = KnowledgeFile(
      KnowledgeContent(drugs: [sampleDrug("samplamine")], medicines: medicines))
    try AtomicFile.write(file.fileBytes(identity: "i", version: "v"), to: path)
    knowledge = try KnowledgeBase(path: path)
  }

  @Test(arguments: [
    ("samplamine", "samplamine"), ("SAMPLAMINE", "samplamine"),
    ("  samplamin\u{e9} ", "samplamine"),
    ("sampla", "samplamine"), ("spl", "samplamine"), ("42", "samplamine"),
    ("a01aa01", "samplamine"), ("Co Third", "thirdamine"),
    ("samplamine 20 mg tablets bd", "samplamine"),
    ("Samplax 5mg", "samplamine-xr"), ("samplamnie", "samplamine"), ("thirdamin", "thirdamine"),
  ])
  func `a name, brand, code or slip leads to its medicine`(text: String, id: String) throws {
    #expect(try knowledge.medicine(named: text)?.medicine.id == id)
  }

  @Test(arguments: ["", "  ", "sugar", "43", "a01aa02", "sam", String(repeating: "x", count: 90)])
  func `what is not there is not guessed`(text: String) throws {
    #expect(try knowledge.medicine(named: text) == nil)
  }

  @Test func `the same name comes before names that go on, and slips come last`() throws {
    let found = try knowledge.search("samplamine")
    #expect(found.map(\.medicine.id) == ["samplamine", "duo", "samplamine-xr"])
    #expect(found.map(\.quality) == [.exact, .beginning, .beginning])
    #expect(found[0].hasGuidance && !found[1].hasGuidance)
    let slips = try knowledge.search("thirdomin")
    #expect(slips.map(\.medicine.id) == ["thirdamine"])
    #expect(slips.map(\.quality) == [.similar(slips: 2)])
  }

  @Test func `the matched name is spelled as the medicine spells it`() throws {
    let match = try #require(try knowledge.search("samplamin").first { $0.quality == .exact })
    #expect(match.matchedName == "Samplamín")
    #expect(match.nameKind == .synonym)
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("omeprazole", "omperazole", 1),
    ("omeprazole", "esomeprazole", 2), ("a", "b", 1),
  ])
  func `slips are counted as the table of distances does`(one: String, other: String, slips: Int) {
    let words = (Array(one.utf8), Array(other.utf8))
    #expect(Self.slips(words.0, words.1, atMost: 9) == slips)
    #expect(Self.slips(words.0, words.1, atMost: slips) == slips)
    if slips > 0 { #expect(Self.slips(words.0, words.1, atMost: slips - 1) == nil) }
  }

  private static func slips(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
    SpellingDistance(pattern: one)?.slips(to: other.span, atMost: limit)
  }

  @Test func `slips agree with the plain recurrence on random words`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          UInt8.random(in: 97...100, using: &random)
        }
      }
      let slips = Self.slips(words[0], words[1], atMost: 99)
      #expect(slips == Self.plain(words[0], words[1]))
    }
  }

  /// The optimal string alignment distance by its recurrence.
  private static func plain(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var rows = [Array(0...other.count)]
    for i in 1...one.count {
      var row = [i] + Array(repeating: 0, count: other.count)
      for j in 1...other.count {
        let change = one[i - 1] == other[j - 1] ? 0 : 1
        row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + change)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          row[j] = min(row[j], rows[i - 2][j - 2] + 1)
        }
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
