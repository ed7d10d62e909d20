internal import DequeModule
internal import HostProtos
internal import IPC
internal import ProtobufRuntime

/// The plugins of a host, after the rules between plugins were applied.
///
/// A plugin that breaks a rule is listed as broken. The other plugins can still be used.
struct PluginCatalog: Sendable {
  /// The plugins in start order: a plugin comes after its dependencies. Plugins that are refused
  /// because they have the name of another plugin come last.
  private(set) var plugins: [DiscoveredPlugin]

  init(_ found: [DiscoveredPlugin]) {
    self.init(PluginSelection(found))
  }

  init(_ selection: PluginSelection) {
    var plugins = Dictionary(uniqueKeysWithValues: selection.chosen.map { ($0.name, $0) })
    Self.refuseReservedSecrets(in: &plugins)
    Self.refuseSharedServices(in: &plugins)
    Self.refuseUnknownDependencies(in: &plugins)
    Self.refuseCycles(in: &plugins)
    Self.refuseDependentsOfBroken(in: &plugins)
    self.plugins = Self.startOrder(of: plugins) + selection.refused
  }

  /// Returns the catalog with the current manifest of one plugin, which is read again.
  func rereading(_ name: String) -> PluginCatalog {
    PluginCatalog(
      plugins.map { plugin in
        guard plugin.name == name else { return plugin }
        return DiscoveredPlugin(
          reading: name, in: plugin.directory, isBundled: plugin.isBundled)
      })
  }

  /// Returns the catalog with one more plugin.
  func adding(_ plugin: DiscoveredPlugin) -> PluginCatalog { PluginCatalog(plugins + [plugin]) }

  /// Gives settings to plugins. They replace the settings of the same keys in the manifests.
  mutating func apply(_ settings: [String: [String: String]]) throws(HostError) {
    for (name, values) in settings.sorted(by: { $0.key < $1.key }) {
      guard let place = plugins.firstIndex(where: { $0.name == name }) else {
        throw HostError(.pluginNotFound(name, among: plugins.map(\.name)))
      }
      plugins[place].manifest?.manifest.config.merge(values) { $1 }
    }
  }

  private typealias Plugins = [String: DiscoveredPlugin]

  private static func refuse(
    _ name: String, in plugins: inout Plugins, field: String, _ problem: String, _ remedy: String
  ) {
    guard let plugin = plugins[name], plugin.problem == nil else { return }
    plugins[name]?.problem = ManifestProblem(
      file: "\(plugin.directory)/\(ManifestReader.fileName)", field: field, problem: problem,
      remedy: remedy)
  }

  /// Refuses other plugins that name a secret purpose of the bundled plugins. What the bundled
  /// plugins encrypt for a purpose must stay unreadable to others.
  private static func refuseReservedSecrets(in plugins: inout Plugins) {
    let reserved = Set(plugins.values.filter(\.isBundled).flatMap(\.secretPurposes))
    for (name, plugin) in plugins where !plugin.isBundled {
      guard let index = plugin.secretPurposes.firstIndex(where: reserved.contains) else { continue }
      refuse(
        name, in: &plugins, field: "grants.secrets[\(index)]",
        "\"\(plugin.secretPurposes[index])\" belongs to the plugins that come with Steward",
        "name a purpose of the plugin's own")
    }
  }

  /// Refuses plugins that claim the same service. The service belongs to none of them, unless one
  /// of them came with Steward. A plugin that can't be used claims nothing.
  private static func refuseSharedServices(in plugins: inout Plugins) {
    var claims: [String: [DiscoveredPlugin]] = [:]
    for plugin in plugins.values where plugin.problem == nil {
      for service in plugin.services { claims[service, default: []].append(plugin) }
    }
    for (service, claimants) in claims.sorted(by: { $0.key < $1.key }) where claimants.count > 1 {
      let names = claimants.map(\.name).sorted().joined(separator: " and ")
      let hasOwner = claimants.contains(where: \.isBundled)
      for claimant in claimants where !hasOwner || !claimant.isBundled {
        refuse(
          claimant.name, in: &plugins, field: "services",
          "service claimed twice: \(service) by \(names)", "remove it from all but one of them")
      }
    }
  }

  private static func refuseUnknownDependencies(in plugins: inout Plugins) {
    for (name, plugin) in plugins {
      for dependency in plugin.dependencies where plugins[dependency] == nil {
        refuse(
          name, in: &plugins, field: "depends_on",
          "there is no plugin \"\(dependency)\"\(Nearest.hint(for: dependency, among: plugins.keys))",
          "install it, or remove it from the list")
      }
    }
  }

  private static func refuseCycles(in plugins: inout Plugins) {
    let dependencies = plugins.mapValues(\.dependencies)
    for name in plugins.keys.sorted() {
      guard let cycle = cycle(through: name, in: dependencies) else { continue }
      refuse(
        name, in: &plugins, field: "depends_on",
        "the plugins depend on each other in a cycle: \(cycle.joined(separator: " → "))",
        "remove one of these dependencies")
    }
  }

  /// Returns the shortest cycle of dependencies through a plugin, as the names from that plugin
  /// back to itself; `nil` if there is no cycle.
  private static func cycle(through name: String, in dependencies: [String: [String]]) -> [String]?
  {
    var queue: Deque<[String]> = [[name]]
    var seen: Set<String> = []
    while let path = queue.popFirst() {
      for next in dependencies[path[path.count - 1]] ?? [] {
        if next == name { return path + [name] }
        if seen.insert(next).inserted { queue.append(path + [next]) }
      }
    }
    return nil
  }

  private static func refuseDependentsOfBroken(in plugins: inout Plugins) {
    for plugin in startOrder(of: plugins) {
      guard let broken = plugin.dependencies.first(where: { plugins[$0]?.problem != nil }) else {
        continue
      }
      refuse(
        plugin.name, in: &plugins, field: "depends_on", "plugin \"\(broken)\" can't be used",
        "see: steward plugin info \(broken)")
    }
  }

  private static func startOrder(of plugins: Plugins) -> [DiscoveredPlugin] {
    var order: [DiscoveredPlugin] = []
    var placed: Set<String> = []
    func place(_ name: String) {
      guard let plugin = plugins[name], placed.insert(name).inserted else { return }
      for dependency in plugin.dependencies.sorted() { place(dependency) }
      order.append(plugin)
    }
    for name in plugins.keys.sorted() { place(name) }
    return order
  }
}
