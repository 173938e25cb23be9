/// 全国地方公共団体コード: two digits of the prefecture, three of the municipality, one check digit (JIS X 0402).
public enum MunicipalityCode {
  /// The check digit of five digits, or nil where the text is none: the last digit of 11 − s mod 11, with s the sum of
  /// the digits weighted by 6, 5, 4, 3, 2.
  public static func checkDigit(of digits: some StringProtocol) -> Int? {
    var sum = 0
    var weight = 6
    for byte in digits.utf8 {
      guard byte >= 48, byte <= 57, weight >= 2 else { return nil }
      sum += weight * (Int(byte) - 48)
      weight -= 1
    }
    return weight == 1 ? (11 - sum % 11) % 10 : nil
  }

  /// Five digits with their check digit.
  public static func completing(_ digits: some StringProtocol) -> String? {
    checkDigit(of: digits).map { check in
      String(unsafeUninitializedCapacity: 6) { bytes in
        _ = bytes.initialize(from: digits.utf8)
        bytes[5] = UInt8(check) + 48
        return 6
      }
    }
  }

  /// Whether six digits end in their check digit.
  public static func isValid(_ code: String) -> Bool {
    code.utf8.count == 6 && completing(code.prefix(5)) == code
  }
}
