internal import ArgumentParser

/// Settings of modules, in place of those that their manifests give.
struct SettingOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A module's setting, in place of its manifest's; may be repeated.",
      valueName: "module.key=value"))
  var given: [ModuleSetting] = []

  /// Returns the values by module and key, with those that other options stand for. Refuses a key that is set twice.
  func byModule(adding others: [ModuleSetting] = []) throws -> [String: [String: String]] {
    var settings: [String: [String: String]] = [:]
    for setting in given + others {
      let former = settings[setting.module, default: [:]]
        .updateValue(setting.value, forKey: setting.key)
      guard former == nil else {
        throw UsageError("\(setting.module).\(setting.key) is set more than once; set it once.")
      }
    }
    return settings
  }
}

/// A module's setting as it is typed: `module.key=value`.
struct ModuleSetting: Hashable, Sendable {
  var module: String
  var key: String
  var value: String
}

extension ModuleSetting: ExpressibleByArgument {
  /// Creates the setting from `module.key=value`; nil without one of its names or without a `=`. The value may be
  /// empty and may hold further `=`.
  init?(argument: String) {
    guard let pair = KeyValue(argument: argument), let dot = pair.key.firstIndex(of: ".") else {
      return nil
    }
    module = String(pair.key[..<dot])
    key = String(pair.key[pair.key.index(after: dot)...])
    value = pair.value
    guard !module.isEmpty, !key.isEmpty else { return nil }
  }
}
