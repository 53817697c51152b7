internal import Foundation
internal import Genome

/// A JSON report read back: what it says of its samples' genes, so that it can be looked up anew.
public struct StoredReport: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The knowledge base it was made with.
  public let knowledgeIdentity: String
  let assembly: Assembly
  let samples: [StoredSample]

  /// Reads the text of a report of calls or of guidance.
  ///
  /// - Throws: `StoredReportError` that says where the text stops being one.
  public init(_ text: String, file: String) throws(StoredReportError) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw StoredReportError(.notAResult(Self.place(of: error)), file: file)
    } catch {
      throw StoredReportError(.notAResult("it can't be decoded"), file: file)
    }
    guard content.layout == JSONReport.layout else {
      throw StoredReportError(.otherLayout(content.layout), file: file)
    }
    guard let assembly = Assembly(rawValue: content.input.assembly) else {
      throw StoredReportError(
        .notAResult("its assembly is '\(content.input.assembly)'"), file: file)
    }
    self.file = file
    self.assembly = assembly
    knowledgeIdentity = content.knowledge.identity
    samples = content.samples
  }

  /// The samples' names.
  public var sampleIDs: [String] { samples.map(\.id) }

  /// The index of the sample with a name; nil is the only one.
  ///
  /// - Throws: `PatientDocumentError` if there is none, or nil is not enough.
  func index(of sample: String?) throws(PatientDocumentError) -> Int {
    guard let sample else {
      guard samples.count == 1 else {
        throw PatientDocumentError(.severalSamples(count: samples.count), file: file)
      }
      return 0
    }
    guard let index = samples.firstIndex(where: { $0.id == sample }) else {
      throw PatientDocumentError(.noSample(sample, count: samples.count), file: file)
    }
    return index
  }

  private struct Content: Decodable {
    struct Knowledge: Decodable { let identity: String }
    struct Input: Decodable { let assembly: String }
    let layout: String
    let knowledge: Knowledge
    let input: Input
    let samples: [StoredSample]
  }

  /// Where a text stops being a report, as a phrase.
  private static func place(of error: DecodingError) -> String {
    func path(_ keys: [any CodingKey]) -> String {
      keys.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "'\(path(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "'\(path(context.codingPath))' is of another kind"
    default: return "its text is not JSON"
    }
  }
}
