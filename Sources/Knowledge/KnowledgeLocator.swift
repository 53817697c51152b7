internal import MappedIndex

/// Finds the compiled knowledge base on this machine.
///
/// The places, in order: the `--knowledge` option, the variable `STARDOSE_KNOWLEDGE`, the file
/// `knowledge.stardose` beside the program, and `stardose/knowledge.stardose` in the XDG data
/// folder (`XDG_DATA_HOME`, else `~/.local/share`).
public enum KnowledgeLocator {
  /// The environment variable that names the file.
  public static let variable = "STARDOSE_KNOWLEDGE"
  /// The file's usual name.
  public static let fileName = "knowledge.stardose"

  /// The path of the knowledge base to open.
  ///
  /// A path given by option or variable must exist; nothing else is tried then.
  /// - Throws: `KnowledgeError` of kind `missing` that says where was looked and what to do.
  public static func find(flag: String?, environment: [String: String], executablePath: String)
    throws(KnowledgeError) -> String
  {
    if let flag { return try require(flag, namedBy: "--knowledge") }
    if let named = environment[variable], !named.isEmpty {
      return try require(named, namedBy: variable)
    }
    let places = usualPlaces(environment: environment, executablePath: executablePath)
    for place in places where AtomicFile.isReadable(place) { return place }
    throw KnowledgeError(
      .missing, place: "",
      reason: "no knowledge base was found at \(places.joined(separator: " or ")); "
        + "run 'stardose knowledge compile' or name one with --knowledge")
  }

  /// Where a knowledge base is looked for when none is named, in order.
  public static func usualPlaces(environment: [String: String], executablePath: String) -> [String]
  {
    var places: [String] = []
    if let slash = executablePath.lastIndex(of: "/") {
      places.append("\(executablePath[...slash])\(fileName)")
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      places.append("\(data)/stardose/\(fileName)")
    } else if let home = environment["HOME"], !home.isEmpty {
      places.append("\(home)/.local/share/stardose/\(fileName)")
    }
    return places
  }

  private static func require(_ path: String, namedBy name: String)
    throws(KnowledgeError) -> String
  {
    guard AtomicFile.isReadable(path) else {
      throw KnowledgeError(
        .missing, place: path,
        reason: "\(name) names it, but no readable file is there; "
          + "check the path or run 'stardose knowledge compile'")
    }
    return path
  }
}
