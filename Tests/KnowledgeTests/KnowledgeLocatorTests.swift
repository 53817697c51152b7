import Knowledge
import Testing
import TestSupport

struct KnowledgeLocatorTests {
  private let folder: TemporaryFolder
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    program = folder.file("stardose")
  }

  private func find(flag: String? = nil, _ environment: [String: String] = [:]) throws -> String {
    try KnowledgeLocator.find(flag: flag, environment: environment, executablePath: program)
  }

  @Test func `the option comes before everything else`() throws {
    let named = try folder.write([], to: "named")
    _ = try folder.write([], to: "knowledge.stardose")
    #expect(try find(flag: named, ["STARDOSE_KNOWLEDGE": "/nowhere"]) == named)
  }

  @Test func `the variable comes before the usual places`() throws {
    let named = try folder.write([], to: "named")
    _ = try folder.write([], to: "knowledge.stardose")
    #expect(try find(["STARDOSE_KNOWLEDGE": named]) == named)
  }

  @Test func `the file beside the program comes before the data folder`() throws {
    let beside = try folder.write([], to: "knowledge.stardose")
    #expect(try find(["HOME": "/nowhere", "STARDOSE_KNOWLEDGE": ""]) == beside)
  }

  @Test func `the data folder is the one XDG names, else the one in the home folder`() {
    let places = { KnowledgeLocator.usualPlaces(environment: $0, executablePath: "/bin/stardose") }
    #expect(
      places(["HOME": "/home/a"])
        == ["/bin/knowledge.stardose", "/home/a/.local/share/stardose/knowledge.stardose"])
    #expect(
      places(["HOME": "/home/a", "XDG_DATA_HOME": "/data"])
        == ["/bin/knowledge.stardose", "/data/stardose/knowledge.stardose"])
    #expect(
      places(["HOME": "/home/a", "XDG_DATA_HOME": "relative"]).last
        == "/home/a/.local/share/stardose/knowledge.stardose")
  }

  @Test func `nothing found says where was looked and what to do`() throws {
    let error = try #require(throws: KnowledgeError.self) { try find(["HOME": "/nowhere"]) }
    #expect(error.kind == .missing)
    #expect(
      error.description == "no knowledge base was found at \(folder.path)/knowledge.stardose "
        + "or /nowhere/.local/share/stardose/knowledge.stardose; "
        + "run 'stardose knowledge compile' or name one with --knowledge")
  }

  @Test func `a path that was named must be there`() throws {
    let flag = try #require(throws: KnowledgeError.self) { try find(flag: "no.file") }
    #expect(
      flag.description == "no.file: --knowledge names it, but no readable file is there; "
        + "check the path or run 'stardose knowledge compile'")
    let variable = try #require(throws: KnowledgeError.self) {
      try find(["STARDOSE_KNOWLEDGE": "no.file"])
    }
    #expect(
      variable.description == "no.file: STARDOSE_KNOWLEDGE names it, but no readable file is "
        + "there; check the path or run 'stardose knowledge compile'")
  }
}
