internal import Foundation
internal import Yams

/// The folder of the knowledge base: lists its files and parses them.
struct SourceFolder {
  let path: String
  let findings: FindingList

  /// The YAML files of a subfolder by name, sorted; a missing subfolder is reported.
  func files(in folder: String) -> [SourceFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    } catch {
      findings.add(
        CurationFinding(
          .error, file: folder, line: 0, what: "the folder can't be listed", found: nil,
          remedy: "give the knowledgebase folder of a checkout"))
      return []
    }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { SourceFile(name: "\(folder)/\($0)", findings: findings) }
  }

  /// The YAML files of a subfolder that may be absent.
  func optionalFiles(in folder: String) -> [SourceFile] {
    has(folder) ? files(in: folder) : []
  }

  /// Whether a file or subfolder is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  /// The text of a file; nil, and a finding, if it can't be read.
  func text(of file: SourceFile) -> String? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(file.name)") else {
      file.error(0, "the file can't be read", remedy: "check its permissions")
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      file.error(0, "the file is not UTF-8", remedy: "save it as UTF-8")
      return nil
    }
    return text
  }

  /// The root value of a file; nil, and a finding, if it can't be read or is no YAML.
  func root(of file: SourceFile) -> SourceValue? {
    guard let text = text(of: file) else { return nil }
    do {
      // Every scalar is taken as text, so no rule has to guess at types, which is also faster.
      guard let node = try Parser(yaml: text, resolver: .basic).singleRoot() else {
        file.error(0, "the file is empty", remedy: "fill or remove it")
        return nil
      }
      return SourceValue(node: node, file: file)
    } catch let error as YamlError {
      report(error, in: file)
    } catch {
      file.error(0, "the file is not YAML", remedy: "correct its form")
    }
    return nil
  }

  private func report(_ error: YamlError, in file: SourceFile) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      file.error(
        mark.line, "the file is not YAML (\(problem.trimmingCharacters(in: .whitespaces)))",
        remedy: "correct its form")
    case .duplicatedKeysInMapping(let duplicates, let context):
      file.error(
        context.mark.line, "a mapping has a key twice",
        found: duplicates.sorted().joined(separator: ", "), remedy: "keep one of them")
    default:
      file.error(0, "the file is not YAML", remedy: "correct its form")
    }
  }
}
