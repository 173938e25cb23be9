import KeikakuText

/// What a place name can stand for, as places in the lists of the `Gazetteer`.
enum PlaceTarget: Hashable, Sendable {
  case municipality(Int)
  case prefecture(Int)
  case former(Int)
}

/// A place name in a text.
struct PlaceMention: Sendable {
  /// Among `PlaceNameFinder.names`.
  var name: Int
  /// Scalars of the `PlaceText`.
  var range: Range<Int>
  /// The prefecture, from 0, that stands directly before the name or its district.
  var prefecture: Int?
  /// The name, with ward, stands in an address: another municipality's name is directly before it.
  var followsPlace = false
}

/// A text made ready for the search: folded, in plain spelling, without blanks (titles are often spaced out).
struct PlaceText: Sendable {
  let scalars: [UInt32]

  init(_ text: String) { scalars = PlaceSpelling.plain(FoldedText.bytes(of: text).span) }

  func starts(with word: [UInt32], at position: Int) -> Bool {
    guard position + word.count <= scalars.count else { return false }
    for index in word.indices where scalars[position + index] != word[index] { return false }
    return true
  }

  func ends(with word: [UInt32], at position: Int) -> Bool {
    word.count <= position && starts(with: word, at: position - word.count)
  }

  /// The text of a range, in plain spelling.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range] { view.append(Unicode.Scalar(value)!) }
    return String(view)
  }
}

/// Finds the names of municipalities, wards and prefectures in a text: leftmost, longest, never overlapping.
///
/// Never cuts a name at the first 市 (四日市市, 余市町), and takes a one-letter name (津市, 原村, 港区) only where a word
/// begins.
struct PlaceNameFinder: Sendable {
  struct Name: Sendable {
    let text: String
    /// In plain spelling.
    let key: [UInt32]
    var targets: [PlaceTarget]
  }

  static let standard = PlaceNameFinder(.standard)

  private(set) var names: [Name] = []
  private let gazetteer: Gazetteer
  /// For each character of the basic plane the number of its bucket; zero is the empty one.
  private var bucketOf = [UInt16](repeating: 0, count: 0x10000)
  /// For each character of the basic plane whether it is the second one of a name.
  private var isSecond = [Bool](repeating: false, count: 0x10000)
  /// The names that begin with a character, the longest first.
  private var buckets: [[Candidate]] = [[]]

  /// A name with its second letter, by which nearly all are ruled out.
  private struct Candidate: Sendable {
    var second: UInt32
    var name: Int
  }

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    for (index, place) in gazetteer.municipalities.enumerated() { insert(place.name, .municipality(index)) }
    for (index, place) in gazetteer.prefectures.enumerated() { insert(place.name, .prefecture(index)) }
    for (index, place) in gazetteer.formerMunicipalities.enumerated() { insert(place.name, .former(index)) }
    for ward in gazetteer.wards {
      insert(ward.name, .municipality(Gazetteer.index(of: ward.cityCode, in: gazetteer.municipalities)!))
    }
    for index in buckets.indices { buckets[index].sort { names[$0.name].key.count > names[$1.name].key.count } }
  }

  private func name(ofKey key: [UInt32]) -> Int? {
    buckets[bucket(of: key[0])].first { $0.second == key[1] && names[$0.name].key == key }?.name
  }

  /// No name begins with a character beyond the basic plane.
  private func bucket(of first: UInt32) -> Int { first < 0x10000 ? Int(bucketOf[Int(first)]) : 0 }

  private mutating func insert(_ text: String, _ target: PlaceTarget) {
    let key = PlaceSpelling.plain(text)
    if let known = name(ofKey: key) {
      names[known].targets.append(target)
      return
    }
    if bucket(of: key[0]) == 0 {
      bucketOf[Int(key[0])] = UInt16(buckets.count)
      buckets.append([])
    }
    if key[1] < 0x10000 { isSecond[Int(key[1])] = true }
    buckets[bucket(of: key[0])].append(Candidate(second: key[1], name: names.count))
    names.append(Name(text: text, key: key, targets: [target]))
  }

  /// A name stands for a prefecture before all else.
  func isPrefecture(_ name: Int) -> Bool {
    if case .prefecture = names[name].targets[0] { true } else { false }
  }

  /// The place among `names` of a municipality's name.
  func name(ofMunicipality index: Int) -> Int {
    name(ofKey: PlaceSpelling.plain(gazetteer.municipalities[index].name))!
  }

  /// The names in a text, in order.
  func mentions(in text: PlaceText) -> [PlaceMention] {
    var found: [PlaceMention] = []
    var position = 0
    while position < text.scalars.count {
      position = beginning(in: text, from: position)
      guard let name = name(in: text, at: position) else {
        position += 1
        continue
      }
      let end = position + names[name].key.count
      found.append(mention(of: name, at: position..<end, in: text, after: found.last))
      position = end
    }
    return found.filter { !isNeighbourhood($0) }
  }

  /// The next place where two letters stand of which one begins names and the other is the second one of some, or the text's end.
  private func beginning(in text: PlaceText, from start: Int) -> Int {
    text.scalars.withUnsafeBufferPointer { scalars in
      bucketOf.withUnsafeBufferPointer { buckets in
        isSecond.withUnsafeBufferPointer { isSecond in
          var position = start
          while position + 1 < scalars.count {
            let (first, second) = (Int(scalars[position]), Int(scalars[position + 1]))
            if first < buckets.count, buckets[first] > 0, second >= isSecond.count || isSecond[second] {
              return position
            }
            position += 1
          }
          return scalars.count
        }
      }
    }
  }

  private func name(in text: PlaceText, at position: Int) -> Int? {
    guard position < text.scalars.count else { return nil }
    let bucket = bucket(of: text.scalars[position])
    guard bucket > 0, position + 1 < text.scalars.count else { return nil }
    let second = text.scalars[position + 1]
    return buckets[bucket].first {
      $0.second == second && text.starts(with: names[$0.name].key, at: position)
        && isWord($0.name, in: text, at: position)
    }?.name
  }

  private func mention(
    of name: Int, at range: Range<Int>, in text: PlaceText, after previous: PlaceMention?
  ) -> PlaceMention {
    var mention = PlaceMention(name: name, range: range)
    guard let previous, let target = names[previous.name].targets.first else { return mention }
    let between = text.scalars[previous.range.upperBound..<range.lowerBound]
    if case .prefecture(let prefecture) = target {
      let isDistrict = (2...7).contains(between.count) && (between.last == Self.district || between.last == Self.island)
      if between.isEmpty || isDistrict { mention.prefecture = prefecture }
    } else {
      mention.followsPlace = between.isEmpty
    }
    return mention
  }

  /// 函館市栄町 is a part of 函館市: a town directly behind another municipality's name is a neighbourhood.
  private func isNeighbourhood(_ mention: PlaceMention) -> Bool {
    mention.followsPlace && (names[mention.name].key.last == Self.town || names[mention.name].key.last == Self.village)
  }

  private func isWord(_ name: Int, in text: PlaceText, at position: Int) -> Bool {
    let key = names[name].key
    let before = position > 0 ? text.scalars[position - 1] : 0
    let end = position + key.count
    let after = end < text.scalars.count ? text.scalars[end] : 0
    if before == Self.ordinal, Self.digits.contains(key[0]) { return false }
    if key.last == Self.city, after == Self.place || (after == Self.town && key.count == 2) { return false }
    guard key.count == 2 else { return true }
    return (!Self.isIdeograph(before) || Self.wordEnds.contains(before)) && !Self.wordParts.contains(after)
  }

  static func isIdeograph(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) || scalar == 0x3005 }

  private static let district = Unicode.Scalar("郡").value
  private static let island = Unicode.Scalar("島").value
  private static let town = Unicode.Scalar("町").value
  private static let village = Unicode.Scalar("村").value
  private static let city = Unicode.Scalar("市").value
  /// 中央市場 is no 中央市.
  private static let place = Unicode.Scalar("場").value
  /// 第三次市… counts, and does not name 三次市.
  private static let ordinal = Unicode.Scalar("第").value
  private static let digits = scalars("一二三四五六七八九十")
  /// What may stand directly before a one-letter name: ends of 第2次, 令和5年度, 〇〇県, 発行, 策定.
  private static let wordEnds = scalars("次期版年度月日県都道府郡行集定者所作成元現旧新")
  /// What behind a one-letter name makes another word of it: 港区域, 地区分, 栄町内会.
  private static let wordParts = scalars("域画分間割内場落")

  private static func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
