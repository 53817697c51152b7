import Foundation
import GenomeFiles

/// The ways the same records can be stored.
enum Container: CaseIterable {
  case plain, carriageReturns, openEnd, gzip, bgzf, bgzfThreaded, bcf, pipe, tabix, csi, bcfIndexed

  /// Writes the VCF text this way and gives the path.
  func write(_ text: String, in folder: Folder) throws -> String {
    switch self {
    case .plain: return try folder.file("a.vcf", text)
    case .carriageReturns:
      return try folder.file("a.vcf", text.replacingOccurrences(of: "\n", with: "\r\n"))
    case .openEnd: return try folder.file("a.vcf", String(text.dropLast()))
    case .gzip: return try folder.compressed("a.vcf.gz", text, isPlainGzip: true)
    case .bgzf, .bgzfThreaded: return try folder.compressed("a.vcf.gz", text)
    case .bcf, .bcfIndexed:
      try BCFWriter.write(text, to: folder("a.bcf"))
      if self == .bcfIndexed {
        try OutputIndex.make(beside: folder("a.bcf"), as: .csi, isBinary: true)
      }
      return folder("a.bcf")
    case .pipe: return folder("pipe")
    case .tabix, .csi:
      let path = try folder.compressed("a.vcf.gz", text)
      try OutputIndex.make(beside: path, as: self == .csi ? .csi : .tbi)
      return path
    }
  }

  /// Writes the text this way, reads it back and gives what overlaps the targets.
  func scan(
    _ text: String, _ targets: TargetRegions = .everything, samples: SampleSelection = .all
  ) throws -> ScanResult {
    let folder = try Folder()
    if self == .pipe {
      return try throughPipe(Data(text.utf8)) {
        try GenomeFilesTests.scan($0, targets, samples: samples)
      }
    }
    return try GenomeFilesTests.scan(
      write(text, in: folder), targets, samples: samples, threads: self == .bgzfThreaded ? 3 : 1)
  }

  var usesIndex: Bool { self == .tabix || self == .csi || self == .bcfIndexed }
}

/// Gives `body` a path that reads the bytes from a pipe.
func throughPipe<Result>(_ data: Data, _ body: (String) throws -> Result) throws -> Result {
  let pipe = Pipe()
  let writer = pipe.fileHandleForWriting
  let thread = Thread {
    try? writer.write(contentsOf: data)
    try? writer.close()
  }
  thread.start()
  defer { try? pipe.fileHandleForReading.close() }
  return try body("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
}
