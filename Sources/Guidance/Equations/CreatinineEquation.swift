internal import Foundation

/// The equations that estimate kidney function from a stable serum creatinine in adults.
public enum CreatinineEquation {
  /// The estimated glomerular filtration rate by CKD-EPI 2021, in mL/min/1.73 m².
  ///
  /// 142 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^−1.200 × 0.9938^age, × 1.012 in women; κ is 0.7 and α −0.241
  /// in women, 0.9 and −0.302 in men (Inker et al. 2021, N Engl J Med 385:1737). Creatinine is in mg/dL,
  /// age in years; nil outside adults, or where a value can't be.
  public static func ckdEPI2021(
    creatinineMgPerDl: Double, ageYears: Int, sex: PatientFacts.Sex
  ) -> Double? {
    guard isPossible(creatinineMgPerDl, ageYears) else { return nil }
    let (kappa, alpha) = sex == .female ? (0.7, -0.241) : (0.9, -0.302)
    let ratio = creatinineMgPerDl / kappa
    let rate =
      142 * pow(min(ratio, 1), alpha) * pow(max(ratio, 1), -1.200) * pow(0.9938, Double(ageYears))
    return sex == .female ? rate * 1.012 : rate
  }

  /// The creatinine clearance by Cockcroft and Gault, in mL/min.
  ///
  /// (140 − age) × weight / (72 × Scr), × 0.85 in women (Cockcroft and Gault 1976, Nephron 16:31), with
  /// the actual body weight in kg and creatinine in mg/dL; nil outside adults, or where a value can't be.
  public static func cockcroftGault(
    creatinineMgPerDl: Double, ageYears: Int, sex: PatientFacts.Sex, weightKg: Double
  ) -> Double? {
    guard isPossible(creatinineMgPerDl, ageYears), (20...400).contains(weightKg) else { return nil }
    let clearance = Double(140 - ageYears) * weightKg / (72 * creatinineMgPerDl)
    return sex == .female ? clearance * 0.85 : clearance
  }

  /// Whether an adult can have these values: 18 to 120 years, 0.1 to 25 mg/dL.
  private static func isPossible(_ creatinineMgPerDl: Double, _ ageYears: Int) -> Bool {
    (18...120).contains(ageYears) && (0.1...25).contains(creatinineMgPerDl)
  }
}
