/// Arithmetic over the 256 elements of GF(2⁸) with x⁸+x⁴+x³+x²+1, as QR codes use it.
enum GaloisField {
  /// The product of two elements.
  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for bit in stride(from: 7, through: 0, by: -1) {
      let carries = result & 0x80 != 0
      result <<= 1
      if carries { result ^= 0x1D }
      if right >> UInt8(bit) & 1 == 1 { result ^= left }
    }
    return result
  }

  /// The coefficients, highest first and without the leading 1, of the polynomial with the roots 2⁰ … 2ⁿ⁻¹.
  static func generator(degree: Int) -> [UInt8] {
    var coefficients = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in coefficients.indices {
        coefficients[index] = product(coefficients[index], root)
        if index + 1 < coefficients.count { coefficients[index] ^= coefficients[index + 1] }
      }
      root = product(root, 2)
    }
    return coefficients
  }

  /// The Reed–Solomon check bytes of a block: the remainder of its division by the generator.
  static func remainder(of data: ArraySlice<UInt8>, by generator: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for index in remainder.indices {
        remainder[index] ^= product(generator[index], factor)
      }
    }
    return remainder
  }
}
