import Testing

@testable import KnowledgeCompiler

struct ContentDigestTests {
  /// The examples of FIPS 180-4 and the lengths around a block's end.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `a known text has its known digest`(text: String, expected: String) {
    #expect(digest(text.utf8) == expected)
  }

  @Test func `a million bytes have their known digest`() {
    #expect(
      digest(repeatElement(0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  private func digest(_ bytes: some Sequence<UInt8>) -> String {
    var digest = ContentDigest()
    digest.add(bytes)
    return digest.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
