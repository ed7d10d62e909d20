// Merge keys as in YAML 1.1: `<<: *base` gives an object the entries of another object that it
// doesn't have itself. (https://yaml.org/type/merge.html)
extension YAMLNode {
  /// Whether the node is a plain `<<`. In quotes it is a key like any other, as in JSON.
  var isMergeKey: Bool {
    guard case .scalar("<<", isPlain: true) = content else { return false }
    return true
  }

  /// Returns the entries that an object takes from this node, which is an object or a list of
  /// objects. If several objects of a list have the same key, the first one counts.
  ///
  /// - Parameter names: The keys that the object has already.
  func entries(
    without names: Set<String>
  ) throws(YAMLProblem) -> [(key: YAMLNode, value: YAMLNode)] {
    switch content {
    case .mapping(let entries):
      return entries.filter { !($0.key.text.map(names.contains) ?? false) }
    case .sequence(let sources):
      var (names, merged) = (names, [(key: YAMLNode, value: YAMLNode)]())
      for source in sources {
        guard case .mapping = source.content else { throw source.unmergeable }
        let entries = try source.entries(without: names)
        names.formUnion(entries.compactMap(\.key.text))
        merged += entries
      }
      return merged
    case .scalar: throw unmergeable
    }
  }

  private var unmergeable: YAMLProblem {
    YAMLProblem(
      message: "\"<<\" must merge an object, such as *base, or a list of objects", line: line)
  }
}
