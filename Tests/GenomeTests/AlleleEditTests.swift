import Genome
import Testing

struct AlleleEditTests {
  /// `CATATATG` at 10...17.
  private func base(_ coordinate: Int) -> UInt8? {
    let bases = Array("CATATATG".utf8)
    return bases.indices.contains(coordinate - 10) ? bases[coordinate - 10] : nil
  }

  private func edit(_ position: Int, _ reference: String, _ alternate: String) -> AlleleEdit? {
    AlleleEdit(
      position: position, reference: Array(reference.utf8), alternate: Array(alternate.utf8))
  }

  @Test(arguments: [
    (10, "CAT", "C"), (11, "ATA", "A"), (12, "TAT", "T"), (13, "AT", ""), (14, "TATG", "TG"),
    (10, "CATATATG", "CATATG"),
  ])
  func `every spelling of one deletion in a repeat is the same edit`(
    position: Int, reference: String, alternate: String
  ) throws {
    let rolled = try #require(edit(position, reference, alternate)).rolledLeft(base: base)
    #expect(rolled == edit(10, "CAT", "C")?.rolledLeft(base: base))
    #expect(rolled.start == 11)
    #expect(rolled.end == 13)
  }

  @Test(arguments: [(10, "C", "CAT"), (12, "T", "TAT"), (16, "T", "TAT"), (11, "A", "ATA")])
  func `every spelling of one insertion in a repeat is the same edit`(
    position: Int, reference: String, alternate: String
  ) throws {
    let rolled = try #require(edit(position, reference, alternate)).rolledLeft(base: base)
    #expect(rolled == edit(10, "C", "CAT")?.rolledLeft(base: base))
  }

  @Test func `an edit stops rolling where the reference is not known`() throws {
    let start = try #require(edit(14, "TAT", "T"))
    #expect(start.rolledLeft { _ in nil }.start == 14)
  }

  @Test func `alleles that are the same make no edit`() {
    #expect(edit(10, "CAT", "CAT") == nil)
  }

  @Test func `padding around a substitution is trimmed`() throws {
    let trimmed = try #require(edit(10, "CATAT", "CAGAT"))
    #expect(trimmed == edit(12, "T", "G"))
    #expect(trimmed.isSubstitution)
    #expect(!trimmed.isPureIndel)
  }

  @Test func `the room to the right is the length of the repeat left over`() throws {
    #expect(try #require(edit(10, "CAT", "C")).roomToTheRight(base: base) == 4)
    #expect(try #require(edit(10, "C", "CAT")).roomToTheRight(base: base) == 6)
    #expect(try #require(edit(10, "C", "G")).roomToTheRight(base: base) == 0)
  }
}
