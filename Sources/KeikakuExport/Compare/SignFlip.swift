import KeikakuText

/// Canonical indicators that count the same movement with the opposite sign.
///
/// They keep codes of their own; only where indicators are set side by side the one is shown as the other, with its figures
/// negated and marked as such.
enum SignFlip {
  static let opposites: [String: (code: String, name: String, goodDirection: String)] = [
    "NET_OUT_MIG": ("NET_MIG", "転入超過数", "up"),
    "POP_SOCIAL_LOSS": ("POP_SOCIAL", "社会増減数", "up"),
    "NAT_LOSS": ("NAT_CHANGE", "自然増減数", "up"),
  ]
}
