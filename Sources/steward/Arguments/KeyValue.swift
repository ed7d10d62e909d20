internal import ArgumentParser

/// A pair as it is typed: `key=value`.
struct KeyValue: Hashable, Sendable, ExpressibleByArgument {
  var key: String
  var value: String

  /// Creates the pair from `key=value`; nil without a key or without a `=`. The value may be empty
  /// and may hold further `=`.
  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    key = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

extension Collection where Element == KeyValue {
  /// Returns the pairs as a dictionary. Throws if a key occurs twice.
  func dictionary(option: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for pair in self where values.updateValue(pair.value, forKey: pair.key) != nil {
      throw ValidationError("\(option) names the key '\(pair.key)' more than once; give it once.")
    }
    return values
  }
}
