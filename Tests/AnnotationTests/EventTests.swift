import Annotation
import Testing

@Suite struct EventTests {
  @Test(
    "Spellings of one event have one identity",
    arguments: [
      ((100, "A", "G"), (100, "AT", "GT")),
      ((100, "A", "G"), (100, "a", "g")),
      ((300, "CAAA", "C"), (300, "CAAAT", "CT")),
      ((300, "CAAA", "C"), (301, "AAAC", "C")),
      ((400, "G", "GT"), (400, "GC", "GTC")),
      ((500, "A", "ACCCCCCCCCCCCCC"), (499, "TA", "TACCCCCCCCCCCCCC")),
    ])
  func spellings(left: (Int, String, String), right: (Int, String, String)) {
    #expect(event(left) == event(right))
    #expect(event(left) != nil)
  }

  @Test(
    "Different events have different identities",
    arguments: [
      ((100, "A", "G"), (100, "A", "C")),
      ((100, "A", "G"), (101, "A", "G")),
      ((100, "A", "AT"), (100, "A", "ATT")),
      ((1200, "AC", "GT"), (1200, "A", "G")),
      ((1300, "C", "A"), (1300, "T", "A")),
    ])
  func differences(left: (Int, String, String), right: (Int, String, String)) {
    #expect(event(left) != event(right))
  }

  @Test(
    "Nothing happens in a spanning deletion or a reference block",
    arguments: ["*", "<*>", "<NON_REF>", "A"])
  func nothing(alternate: String) {
    #expect(event((100, "A", alternate)) == nil)
  }

  @Test("Symbolic deletions are the same only with the same end")
  func symbolic() {
    let short = Event(
      position: 700, reference: Array("N".utf8), alternate: Array("<DEL>".utf8), end: 750)
    let long = Event(
      position: 700, reference: Array("N".utf8), alternate: Array("<DEL>".utf8), end: 900)
    #expect(short != long)
    #expect(short?.key.start == 700)
  }

  @Test("A code tells its bases")
  func bases() throws {
    let found = event((10, "CAT", "CGG"))
    let event = try #require(found)
    let bases = try #require(EventCode.bases(event.key.code))
    #expect(bases.deleted == Array("AT".utf8))
    #expect(bases.inserted == Array("GG".utf8))
    #expect(event.key.start == 11)
  }

  private func event(_ spelling: (Int, String, String)) -> Event? {
    Event(
      position: spelling.0, reference: Array(spelling.1.utf8), alternate: Array(spelling.2.utf8))
  }
}
