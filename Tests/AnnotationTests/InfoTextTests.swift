import Annotation
import Testing

@Suite struct InfoTextTests {
  @Test(
    "What may not stand in a value is encoded once",
    arguments: [
      ("plain text", "plain text", "plain text"), ("", "", ""), ("a,b", "a%2Cb", "a,b"),
      ("a;b=c", "a%3Bb%3Dc", "a%3Bb%3Dc"), ("a\tb\r\nc", "a%09b%0D%0Ac", "a%09b%0D%0Ac"),
      ("50%", "50%25", "50%25"), ("a%2cb", "a%2cb", "a%2cb"), ("%3B%", "%3B%25", "%3B%25"),
      ("%zz", "%25zz", "%25zz"), ("a\u{0}b", "a%00b", "a%00b"),
      ("NC_1:g.1=", "NC_1:g.1%3D", "NC_1:g.1%3D"),
      ("é|x:y", "é|x:y", "é|x:y"), ("1e-300", "1e-300", "1e-300"), ("-0", "-0", "-0"),
    ])
  func encode(text: String, element: String, list: String) {
    let bytes = Array(text.utf8)
    for (isElement, expected) in [(true, element), (false, list)] {
      let encoded = InfoText.encode(bytes, isListElement: isElement)
      #expect(String(decoding: encoded, as: UTF8.self) == expected)
      #expect(InfoText.encode(encoded, isListElement: isElement) == encoded)
    }
  }

  @Test(
    "The codes of VCF are decoded, others stay",
    arguments: [
      ("a%3Bb%2Cc%25", "a;b,c%"), ("%3a%3A%3d%0d%0A%09", "::=\r\n\t"), ("%20%41%", "%20%41%"),
      ("%2", "%2"), ("%253B", "%3B"), ("%%3B", "%;"), ("", ""),
    ])
  func decode(text: String, expected: String) {
    #expect(String(decoding: InfoText.decode(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test("Text without codes of its own comes back as it was")
  func roundTrip() {
    let text = Array("a;b=c,d\t\r\n 100% é".utf8)
    #expect(InfoText.decode(InfoText.encode(text, isListElement: true)[...]) == text)
  }
}
