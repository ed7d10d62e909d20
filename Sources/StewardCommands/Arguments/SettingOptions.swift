internal import ArgumentParser
internal import ProtobufRuntime

/// Settings of plugins that replace those of their manifests.
struct SettingOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Override a setting of a plugin's manifest; may be repeated.",
      valueName: "plugin.key=value"))
  var given: [String] = []

  func validate() throws {
    for argument in given { _ = try PluginSetting(argument) }
  }

  /// Returns the values by plugin and key, together with the settings from other options. Throws if
  /// a key is set twice.
  func byPlugin(adding others: [PluginSetting] = []) throws -> [String: [String: String]] {
    var settings: [String: [String: String]] = [:]
    for setting in try given.map(PluginSetting.init) + others {
      let former = settings[setting.plugin, default: [:]]
        .updateValue(setting.value, forKey: setting.key)
      guard former == nil else {
        throw UsageError("\(setting.plugin).\(setting.key) is set more than once; set it once.")
      }
    }
    return settings
  }
}

/// A plugin's setting as it is typed: `plugin.key=value`.
struct PluginSetting: Hashable, Sendable {
  var plugin: String
  var key: String
  var value: String
}

extension PluginSetting {
  /// Reads `plugin.key=value`. The value may be empty and may hold further `=`.
  ///
  /// - Throws: An error if the text is not a setting. The error does not repeat the value, which
  ///   may be a secret.
  init(_ argument: String) throws {
    let pair = KeyValue(argument: argument)
    let names = pair?.key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let pair, let names, names.count == 2, !names.contains("") else {
      let given = pair.map { "--set '\($0.key.asRefused)=…'" } ?? "The value of --set"
      throw ValidationError(
        "\(given) is not a setting; write it as plugin.key=value, such as "
          + "--set gateway.rate_limit=600.")
    }
    (plugin, key, value) = (String(names[0]), String(names[1]), pair.value)
  }
}

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
