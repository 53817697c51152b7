import Testing

/// What `stardose knowledge show` says to whom.
struct AudienceTests {
  /// What every text for a patient ends with.
  private static let closing = "Talk to your doctor or pharmacist first."

  @Test func `advice is worded for professionals unless asked otherwise`() throws {
    let plain = try Program.run(["knowledge", "show", "codeine"])
    let named = try Program.run(["knowledge", "show", "codeine", "--audience", "professional"])
    #expect(plain.status == 0 && plain.output == named.output)
    #expect(!plain.output.contains(Self.closing))
  }

  @Test func `each result of a drug is told in plain words to the patient`() throws {
    let outcome = try Program.run(["knowledge", "show", "codeine", "--audience", "patient"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    let results = lines.indices.filter { lines[$0].hasPrefix("  Where a report says ") }
    #expect(results.count > 5)
    #expect(results.allSatisfy { lines[$0 + 1].hasSuffix(Self.closing) })
  }

  @Test func `an audience nobody words for is a mistake on the command line`() throws {
    let outcome = try Program.run(["knowledge", "show", "codeine", "--audience", "nurse"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("nurse"))
  }
}
