internal import IPC
internal import ProtobufRuntime
internal import StewardProtos

/// The modules of a host, after the rules that hold between them.
///
/// A module that breaks a rule is listed as broken; the others go on.
struct PluginCatalog: Sendable {
  /// In start order: a module comes after those that it depends on. Last come those that are
  /// refused for having the name of another.
  private(set) var modules: [FoundModule]

  init(_ found: [FoundModule]) {
    self.init(PluginSelection(found))
  }

  init(_ selection: PluginSelection) {
    var modules = Dictionary(uniqueKeysWithValues: selection.chosen.map { ($0.name, $0) })
    Self.refuseReservedSecrets(in: &modules)
    Self.refuseSharedServices(in: &modules)
    Self.refuseUnknownDependencies(in: &modules)
    Self.refuseCycles(in: &modules)
    Self.refuseDependentsOfBroken(in: &modules)
    self.modules = Self.startOrder(of: modules) + selection.refused
  }

  /// Returns the catalog with the manifest of one module as it is now.
  func rereading(_ name: String) -> PluginCatalog {
    PluginCatalog(
      modules.map { module in
        guard module.name == name else { return module }
        return FoundModule(
          reading: name, in: module.directory, isBundled: module.isBundled)
      })
  }

  /// Returns the catalog with one more module.
  func adding(_ module: FoundModule) -> PluginCatalog { PluginCatalog(modules + [module]) }

  /// Gives modules settings, in place of those of the same keys that their manifests have.
  mutating func apply(_ settings: [String: [String: String]]) throws(HostError) {
    for (name, values) in settings.sorted(by: { $0.key < $1.key }) {
      guard let place = modules.firstIndex(where: { $0.name == name }) else {
        throw HostError(.pluginNotFound(name, among: modules.map(\.name)))
      }
      modules[place].manifest?.manifest.config.merge(values) { $1 }
    }
  }

  private typealias Modules = [String: FoundModule]

  private static func refuse(
    _ name: String, in modules: inout Modules, field: String, _ problem: String, _ remedy: String
  ) {
    guard let module = modules[name], module.problem == nil else { return }
    modules[name]?.problem = ManifestProblem(
      file: "\(module.directory)/\(ManifestReader.fileName)", field: field, problem: problem,
      remedy: remedy)
  }

  /// What the bundled plugins encrypt for a purpose must stay unreadable to others that name it.
  private static func refuseReservedSecrets(in modules: inout Modules) {
    let reserved = Set(modules.values.filter(\.isBundled).flatMap(\.secretPurposes))
    for (name, module) in modules where !module.isBundled {
      guard let index = module.secretPurposes.firstIndex(where: reserved.contains) else { continue }
      refuse(
        name, in: &modules, field: "grants.secrets[\(index)]",
        "\"\(module.secretPurposes[index])\" belongs to the plugins that come with Steward",
        "name a purpose of the plugin's own")
    }
  }

  /// A service that two claim belongs to neither, unless one of them came with Steward. One that
  /// can't be used claims nothing.
  private static func refuseSharedServices(in modules: inout Modules) {
    var claims: [String: [FoundModule]] = [:]
    for module in modules.values where module.problem == nil {
      for service in module.services { claims[service, default: []].append(module) }
    }
    for (service, claimants) in claims.sorted(by: { $0.key < $1.key }) where claimants.count > 1 {
      let names = claimants.map(\.name).sorted().joined(separator: " and ")
      let hasOwner = claimants.contains(where: \.isBundled)
      for claimant in claimants where !hasOwner || !claimant.isBundled {
        refuse(
          claimant.name, in: &modules, field: "services",
          "service claimed twice: \(service) by \(names)", "remove it from all but one of them")
      }
    }
  }

  private static func refuseUnknownDependencies(in modules: inout Modules) {
    for (name, module) in modules {
      for dependency in module.dependencies where modules[dependency] == nil {
        refuse(
          name, in: &modules, field: "depends_on",
          "there is no module \"\(dependency)\"\(Nearest.hint(for: dependency, among: modules.keys))",
          "install it, or remove it from the list")
      }
    }
  }

  private static func refuseCycles(in modules: inout Modules) {
    let dependencies = modules.mapValues(\.dependencies)
    for name in modules.keys.sorted() {
      guard let cycle = cycle(through: name, in: dependencies) else { continue }
      refuse(
        name, in: &modules, field: "depends_on",
        "the modules depend on each other in a circle: \(cycle.joined(separator: " → "))",
        "remove one of these dependencies")
    }
  }

  /// The shortest way from a module back to itself, written from the cycle's first name on.
  private static func cycle(through name: String, in dependencies: [String: [String]]) -> [String]?
  {
    var queue: [[String]] = [[name]]
    var seen: Set<String> = []
    while !queue.isEmpty {
      let path = queue.removeFirst()
      for next in dependencies[path[path.count - 1]] ?? [] {
        if next == name { return path + [name] }
        if seen.insert(next).inserted { queue.append(path + [next]) }
      }
    }
    return nil
  }

  private static func refuseDependentsOfBroken(in modules: inout Modules) {
    for module in startOrder(of: modules) {
      guard let broken = module.dependencies.first(where: { modules[$0]?.problem != nil }) else {
        continue
      }
      refuse(
        module.name, in: &modules, field: "depends_on", "module \"\(broken)\" can't be used",
        "see: steward plugin info \(broken)")
    }
  }

  private static func startOrder(of modules: Modules) -> [FoundModule] {
    var order: [FoundModule] = []
    var placed: Set<String> = []
    func place(_ name: String) {
      guard let module = modules[name], placed.insert(name).inserted else { return }
      for dependency in module.dependencies.sorted() { place(dependency) }
      order.append(module)
    }
    for name in modules.keys.sorted() { place(name) }
    return order
  }
}
