import Crypto
import Reports
import Testing

@testable import PharmacyService

/// The expected grids were drawn by an independent encoder (PyPI `qrcode` 8.2) at level M in byte mode.
struct QRTests {
  private func rows(_ code: QRCode) -> String {
    code.modules.map { row in String(row.map { $0 ? "#" : "." }) }.joined(separator: "\n")
  }

  @Test func `A short text gives the grid that another encoder draws`() throws {
    let expected = """
      #######..#....#######
      #.....#....##.#.....#
      #.###.#.#..##.#.###.#
      #.###.#.#.###.#.###.#
      #.###.#.#.###.#.###.#
      #.....#.#.#.#.#.....#
      #######.#.#.#.#######
      ........##.##........
      #.#####..##.#.#####..
      #.###..##...##.######
      #...####.#.#.#....##.
      .#.##....#......#####
      .#....#...##..##.....
      ........##.##...#.##.
      #######..##.#....###.
      #.....#.#.###...###.#
      #.###.#.#.#.###.##..#
      #.###.#.#...#..##.#..
      #.###.#.##.#.#.......
      #.....#..##....#.##..
      #######.#..#.......#.
      """
    #expect(rows(try #require(QRCode("Stardose 1"))) == expected)
  }

  @Test
  func `A text of several blocks with version bits gives the grid that another encoder draws`()
    throws
  {
    let text = String((0..<700).map { Character(Unicode.Scalar(UInt8(33 + $0 * 7 % 90))) })
    let code = try #require(QRCode(text))
    #expect(code.modules.count == 101)
    let grid = rows(code).replacing("\n", with: "")
    let digest = SHA256.hash(data: Array(grid.utf8))
    #expect(
      "\(digest)"
        == "SHA256 digest: 161ef015f68048d7f7d95aa012170ac9c0e026e5129b824700a4c3b07460b43c")
  }

  @Test(arguments: [(1, 14), (2, 26), (7, 122), (10, 213), (20, 666), (40, 2331)])
  func `A version holds as many bytes as the standard says`(version: Int, bytes: Int) {
    #expect(QRVersion(number: version).capacity == bytes)
    #expect(QRVersion(holding: bytes)?.number == version)
  }

  @Test func `A text too long for any code gives none`() {
    #expect(QRCode(String(repeating: "a", count: 2331)) != nil)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
  }

  @Test func `The drawing keeps a quiet zone of four modules`() throws {
    let svg = try #require(QRCode("Stardose 1")).svg(title: "<x>").html
    #expect(svg.contains("viewBox=\"0 0 29 29\""))
    #expect(svg.contains("<title>&lt;x&gt;</title>"))
    #expect(svg.contains("M4 4h7v1h-7z"))
  }
}
