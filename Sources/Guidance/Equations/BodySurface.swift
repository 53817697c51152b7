/// Body surface area, and what an estimate indexed to it is for the body at hand.
public enum BodySurface {
  /// The body surface area in m² by Mosteller: the root of height in cm times weight in kg over 3,600.
  ///
  /// Mosteller 1987, N Engl J Med 317:1098. Nil where a value can't be.
  public static func area(heightCm: Double, weightKg: Double) -> Double? {
    guard (40...260).contains(heightCm), (2...400).contains(weightKg) else { return nil }
    return (heightCm * weightKg / 3600).squareRoot()
  }

  /// A rate in mL/min/1.73 m² as one in mL/min for a body of an area in m².
  public static func deindexed(_ rate: Double, area: Double) -> Double { rate * area / 1.73 }
}
