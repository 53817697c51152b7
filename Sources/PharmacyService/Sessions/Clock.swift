internal import Foundation

/// What time it is; tests set their own.
public struct Clock: Sendable {
  private let read: @Sendable () -> Double

  /// A clock that gives seconds since 1970.
  public init(_ read: @escaping @Sendable () -> Double) { self.read = read }

  /// The system's clock.
  public static let system = Clock { Date().timeIntervalSince1970 }

  /// Seconds since 1970.
  public var now: Double { read() }

  /// Today's date in UTC, such as `2026-11-30`.
  var today: String { Self.date(now) }

  static func date(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
  }
}
