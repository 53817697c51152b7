import Annotation
import Foundation
import GenomeFiles

/// Annotates within the test's own process, where hundreds of runs are asked for.
enum AnnotationDesk {
  /// Compiles a source.
  static func compile(_ source: String, to index: String, columns: String? = nil) throws {
    var options = CompilationOptions(source: source, output: index, built: "2026-11-23")
    options.columns = columns
    _ = try IndexCompilation.compile(options)
  }

  /// A job that writes to a file.
  static func job(
    _ input: String, _ specifications: [String], to output: String,
    format: OutputFormat = .text, threads: Int = 1
  ) throws -> AnnotationJob {
    let sources = try specifications.map { text in
      let specification = try SourceSpecification(parsing: text)
      return try AnnotationSource(
        specification, index: AnnotationIndex(path: specification.path))
    }
    var job = AnnotationJob(input: input, sources: sources)
    job.output = output
    job.format = format
    job.threads = threads
    return job
  }

  /// The bytes of a text in BGZF blocks of so many bytes of text, and the end block.
  static func blocks(of text: [UInt8], each size: Int) -> [UInt8] {
    let deflater = Deflater(level: 6)
    var stored: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: size) {
      deflater.append(blocksOf: text, start..<min(start + size, text.count), to: &stored)
    }
    return stored + Deflater.endBlock
  }
}
