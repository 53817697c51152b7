import Foundation
import GenomeFiles
import TestSupport
import Testing

/// Whatever ends a run early, no file looks whole and the exit status tells.
struct AnnotateFailureTests {
  private static let types = ["v", "z", "u", "b"]

  @Test(arguments: types, ["in.vcf", "in.bcf"])
  func `a full disk is an error of writing`(type: String, input: String) throws {
    let folder = try AnnotationFolder()
    let outcome = try folder.annotate(
      try folder.input(input), ["-O", type, "-o", "/dev/full", "-q"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "stardose: /dev/full: the file can't be written (No space left on device), "
        + "so no output was left; check the folder and the free space\n")
  }

  @Test(arguments: types, ["in.vcf", "in.bcf"])
  func `a closed pipe is an error of writing`(type: String, input: String) throws {
    let folder = try AnnotationFolder()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try Program.start(
      folder.arguments(try folder.input(input), ["-O", type, "-q"]),
      output: pipe.fileHandleForWriting)
    #expect(try run.wait() == 1)
    #expect(try run.errors.contains("standard output: the file can't be written (Broken pipe)"))
  }

  @Test(arguments: types, [SIGINT, SIGTERM, SIGKILL])
  func `a run that is ended from outside leaves nothing that looks whole`(
    type: String, signal: Int32
  ) throws {
    let folder = try AnnotationFolder()
    let earlier = Data("earlier".utf8)
    try earlier.write(to: folder.folder.url("out"))
    let run = try Program.start(
      folder.arguments("-", ["-O", type, "-o", folder.folder.file("out"), "-q"]))
    try run.feed(Array(AnnotationFolder.text().utf8.prefix(60_000)))
    // The partial file is opened once the header was read; more input keeps the program waiting.
    try run.feed([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20))
    for _ in 0..<200 where try folder.left().count < 2 { usleep(20_000) }
    #expect(try folder.left().count == 2, "the partial file is there while the program runs")
    run.send(signal)
    #expect(try run.wait() == (signal == SIGKILL ? -signal : 128 + signal))
    let left = try folder.left()
    #expect(left.count == (signal == SIGKILL ? 2 : 1))
    #expect(left.allSatisfy { $0 == "out" || $0.hasSuffix(".partial") })
    #expect(try Data(contentsOf: folder.folder.url("out")) == earlier)
  }

  @Test(arguments: types)
  func `damaged BCF leaves no output`(type: String) throws {
    let folder = try AnnotationFolder()
    let path = try folder.input("in.bcf")
    let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for cut in [sound.count - 28, sound.count / 2, 100] {
      let short = try folder.folder.write(Array(sound[..<cut]), to: "short.bcf")
      let outcome = try folder.annotate(
        short, ["-O", type, "-o", folder.folder.file("out"), "-q"])
      #expect(outcome.status == 3, "cut at \(cut)")
      #expect(outcome.errorLines.count == 1)
    }
    for place in stride(from: 40, to: sound.count - 28, by: sound.count / 7) {
      var bytes = sound
      bytes[place] ^= 0x55
      let damaged = try folder.folder.write(bytes, to: "damaged.bcf")
      let outcome = try folder.annotate(
        damaged, ["-O", type, "-o", folder.folder.file("out"), "-q"])
      #expect(outcome.status == 3, "byte \(place)")
    }
    #expect(try folder.left().isEmpty)
  }
}
