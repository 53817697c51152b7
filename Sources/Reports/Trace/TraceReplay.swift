import Guidance
public import Knowledge

/// Works a trace's answer out again and holds it against the one that was kept.
public struct TraceReplay {
  private let text: String
  private let file: String
  private let trace: ReviewTrace

  /// Reads a trace.
  ///
  /// - Throws: `ReviewTraceError` if it can't be read.
  public init(_ text: String, file: String) throws(ReviewTraceError) {
    self.text = text
    self.file = file
    trace = try ReviewTraceReader(file: file).read(text)
  }

  /// The answer that was kept.
  public var answer: String { trace.answer }

  /// Replays the trace.
  ///
  /// The trace itself comes first: one that was changed since it was written has nothing to prove.
  /// Then the knowledge base, then the answer.
  ///
  /// - Parameters:
  ///   - knowledge: the knowledge base at hand.
  ///   - sha256: the SHA-256 of its compiled file.
  ///   - engine: the program and its edition, as it is printed.
  /// - Throws: `ReviewTraceError` if it is not the same, byte for byte; else what the answer itself
  ///   throws.
  public func run(
    with knowledge: KnowledgeBase, sha256: String, engine: String
  ) throws {
    if let change = changeOfTrace { throw ReviewTraceError(.differs(change), file: file) }
    let found = ReviewTrace.Knowledge(
      identity: knowledge.identity, version: knowledge.version, sha256: sha256)
    guard trace.knowledge == found else {
      throw ReviewTraceError(
        .otherKnowledge(needed: trace.knowledge, found: found), file: file)
    }
    let answer = try trace.request.answer(from: knowledge, engine: engine)
    guard answer != trace.answer else { return }
    let other =
      engine == trace.engine
      ? "" : "; it was made by \(trace.engine) and this is \(engine)"
    throw ReviewTraceError(
      .differs("the answer is not the same, \(Self.difference(trace.answer, answer))\(other)"),
      file: file)
  }

  /// What was changed in the trace since it was written; nil if nothing was.
  private var changeOfTrace: String? {
    guard let hashes = ReviewTraceReader(file: file).hashes(text) else { return nil }
    let (request, answer) = (
      ContentHash.sha256(trace.requestText), ContentHash.sha256(trace.answer)
    )
    if request != hashes.request {
      return "the question was changed since the trace was written: its SHA-256 is \(request) and "
        + "the trace states \(hashes.request); take the trace as it was written"
    }
    if answer != hashes.answer {
      return "the answer was changed since the trace was written: its SHA-256 is \(answer) and "
        + "the trace states \(hashes.answer); take the trace as it was written"
    }
    let document = trace.document
    guard document != text else { return nil }
    let seal = ReviewTrace.sealLength
    if text.hasPrefix(document.dropLast(seal)) {
      return "its engine, the knowledge base's name or the seal was changed since the trace was "
        + "written; take the trace as it was written"
    }
    return "the trace was changed since it was written, "
      + "\(Self.difference(document, text, as: "it would read", "it reads")); "
      + "take the trace as it was written"
  }

  /// The first line two texts differ in: `first on line 12: '…' then and '…' now`.
  private static func difference(
    _ old: String, _ new: String, as then: String = "then", _ now: String = "now"
  ) -> String {
    let (olds, news) = (lines(old), lines(new))
    let index =
      zip(olds, news).enumerated().first { $1.0 != $1.1 }?.offset ?? min(olds.count, news.count)
    let line = { (lines: [Substring]) in
      lines.indices.contains(index) ? excerpt(lines[index], other(lines, index)) : "nothing"
    }
    func other(_ lines: [Substring], _ index: Int) -> Int {
      guard olds.indices.contains(index), news.indices.contains(index) else { return 0 }
      return zip(olds[index], news[index]).prefix { $0 == $1 }.count
    }
    return "first on line \(index + 1): \(then) \(line(olds)), \(now) \(line(news))"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A line, or the part of a long one that begins a little before a place.
  private static func excerpt(_ line: Substring, _ place: Int) -> String {
    let start = line.count > 60 ? max(0, place - 20) : 0
    return (start > 0 ? "…" : "") + line.dropFirst(start).trimmed.quoted
  }
}
