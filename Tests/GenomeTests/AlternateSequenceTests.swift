import Genome
import Testing

struct AlternateSequenceTests {
  private let sequence = AlternateSequence(
    accession: "KI270879.1", otherNames: ["NT_187633.1", "HSCHR22_1_CTG7"], length: 304_135)

  @Test(arguments: [
    "KI270879.1", "ki270879.1", "KI270879v1", "KI270879v1_alt", "chr22_KI270879v1_alt",
    "22_KI270879v1_alt", "chr22_KI270879.1", "NT_187633.1", "HSCHR22_1_CTG7",
    "CHR_HSCHR22_1_CTG7",
  ])
  func `a sequence beside the chromosomes is known by every usual spelling`(name: String) {
    #expect(sequence.isNamed(name))
  }

  @Test(arguments: [
    "chr22", "KI270879.2", "KI270879", "chr22_KI270878v1_alt", "decoy_KI270879v1",
    "XKI270879.1", "NT_187633.2", "HSCHR22_1_CTG7_1", "chr99_KI270879v1_alt", "",
  ])
  func `another name is another sequence`(name: String) { #expect(!sequence.isNamed(name)) }

  @Test func `a stretch lies within its sequence`() throws {
    let (start, end) = (try #require(Position(5)), try #require(Position(304_135)))
    let whole = try #require(AlternateInterval(sequence: sequence, start: start, end: end))
    #expect(whole.description == "KI270879.1:5-304135")
    #expect(AlternateInterval(sequence: sequence, start: end, end: start) == nil)
    let beyond = try #require(Position(304_136))
    #expect(AlternateInterval(sequence: sequence, start: start, end: beyond) == nil)
  }
}
