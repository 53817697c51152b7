import GenomeFiles
import Testing

@testable import Annotation

@Suite struct NumberStyleTests {
  @Test(
    "The text of a number comes back byte for byte",
    arguments: [
      "0", "1", "-1", "10", "0.5", "0.123894357", "50.00", "0.00986842", "1e-05", "6.56727e-06",
      "2.03e-78", "1E+300", "1e-300", "-0.5", "-12.25e+7", "9007199254740991", "100", "1e5", "0.0",
      "0.10", "12.0001", "152312", "1e-05",
    ])
  func roundTrip(text: String) throws {
    let bytes = Array(text.utf8)
    let found = NumberStyle.parse(bytes.span)
    let parsed = try #require(found)
    var output = ByteScratch(capacity: 1)
    output.append(UInt8(ascii: "x"))
    parsed.style.append(parsed.number, to: &output)
    #expect(String(decoding: output.copied(0..<output.count), as: UTF8.self) == "x" + text)
  }

  @Test(
    "What is no plain number is left to be kept as text",
    arguments: [
      "-0", "-0.00", "+1", ".5", "1.", "01", "nan", "inf", "1e", "1e+", "1e0001", "0x1", "1,2",
      "rs12",
      "12345678901234567", "--1", "1.2.3", "1 ", "1e5x",
    ])
  func leftAlone(text: String) {
    let bytes = Array(text.utf8)
    let isParsed = NumberStyle.parse(bytes.span) != nil
    #expect(!isParsed)
  }
}
