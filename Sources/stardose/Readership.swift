internal import ArgumentParser

/// For whom advice is worded.
enum Readership: String, ExpressibleByArgument, CaseIterable {
  case professional, patient
}
