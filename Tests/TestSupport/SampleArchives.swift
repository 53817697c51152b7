import Foundation

/// Small ZIP archives, made once with Python's zipfile.
public enum SampleArchives {
  /// What PyPGx' `results.zip` holds, deflated: `tmp1/metadata.txt` of CYP2D6 and `tmp1/data.tsv`
  /// with the genotype `*1/*68+*4` of PAULA.
  public static let results = bytes(
    "UEsDBBQAAAAIAAAAIWTJin6zTQAAAEsAAAARAAAAdG1wMS9tZXRhZGF0YS50eHQLyEksScsvyrUNdw/mck/NS7V1"
      + "jgwwcjHjciwuTs1Nyqm0dQ9yzjC24ApOzU3MK8lMDqksSLUNTswtyEkNSUzKSY0OSi0uzSkpjuUCAFBLAwQUAAAA"
      + "CAAAACFkaG3RE3QAAACHAAAADQAAAHRtcDEvZGF0YS50c3ZFy7EKwjAUheH59Cmc4yAtRYRMQUELKhm0+5UeaCBN"
      + "S3oR9Oktgrh9w//jyDTqayJ8/9NJpvhV+WcFF5U5iYYnfS8z0UoOkvQgKthf28K7+9nBlBuz3a1NjSYtw8AuiHJ1"
      + "ocpjjOHNvCQWprawwE1Sx6EqPlBLAQIUAxQAAAAIAAAAIWTJin6zTQAAAEsAAAARAAAAAAAAAAAAAACAAQAAAAB0"
      + "bXAxL21ldGFkYXRhLnR4dFBLAQIUAxQAAAAIAAAAIWRobdETdAAAAIcAAAANAAAAAAAAAAAAAACAAXwAAAB0bXAx"
      + "L2RhdGEudHN2UEsFBgAAAAACAAIAegAAABsBAAAAAA==")

  /// Two members as they are: `data.tsv` with the word `stored`, and `empty.txt`.
  public static let stored = bytes(
    "UEsDBBQAAAAAAAAAIWQL+UNWBgAAAAYAAAAIAAAAZGF0YS50c3ZzdG9yZWRQSwMEFAAAAAAAAAAhZAAAAAAAAAAA"
      + "AAAAAAkAAABlbXB0eS50eHRQSwECFAMUAAAAAAAAACFkC/lDVgYAAAAGAAAACAAAAAAAAAAAAAAAgAEAAAAAZGF0"
      + "YS50c3ZQSwECFAMUAAAAAAAAACFkAAAAAAAAAAAAAAAACQAAAAAAAAAAAAAAgAEsAAAAZW1wdHkudHh0UEsFBgAA"
      + "AAACAAIAbQAAAFMAAAAAAA==")

  private static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text) ?? Data())
  }
}
