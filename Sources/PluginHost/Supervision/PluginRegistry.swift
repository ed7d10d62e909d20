internal import HostProtos
internal import IPC
internal import Status

/// All plugins of a host, in start order.
@Supervision
final class PluginRegistry {
  enum Entry {
    case supervised(PluginSupervisor)
    case broken(DiscoveredPlugin, ManifestProblem)
  }

  private(set) var entries: [(name: String, entry: Entry)] = []

  private var catalog: PluginCatalog
  /// The settings that replace those of the manifests.
  private let settings: [String: [String: String]]
  /// Finds the plugins that were installed meanwhile.
  private let discovery: PluginDiscovery?
  private let environment: PluginSupervisor.Dependencies

  /// Creates a supervisor for each usable plugin, and tells the router where its services are.
  ///
  /// - Parameters:
  ///   - settings: The settings that the catalog was given.
  ///   - discovery: The discovery that found the plugins of the catalog.
  init(
    _ catalog: PluginCatalog, settings: [String: [String: String]] = [:],
    discovery: PluginDiscovery? = nil, environment: PluginSupervisor.Dependencies
  ) {
    self.catalog = catalog
    self.settings = settings
    self.discovery = discovery
    self.environment = environment
    for plugin in catalog.plugins { entries += entry(of: plugin).map { [(plugin.name, $0)] } ?? [] }
    for case .broken(let plugin, let problem) in entries.map(\.entry) {
      refuseServices(of: plugin, problem, environment.router)
    }
  }

  private func entry(of plugin: DiscoveredPlugin) -> Entry? {
    if let problem = plugin.problem { return .broken(plugin, problem) }
    guard let manifest = plugin.manifest else { return nil }
    let supervisor = supervisor(of: manifest)
    supervisor.dependencies = dependencies(of: manifest)
    return .supervised(supervisor)
  }

  private func dependencies(of manifest: PluginManifest) -> [PluginSupervisor] {
    manifest.manifest.dependsOn.compactMap { name in
      if case .supervised(let supervisor) = self[name] { supervisor } else { nil }
    }
  }

  /// Reads the manifest of a plugin again, and starts the plugin's next process with it. A running
  /// process continues. Also finds a plugin that was installed meanwhile.
  ///
  /// - Throws: ``Status`` with file and field when the manifest breaks a rule. Nothing has changed
  ///   then.
  func reread(_ name: String) throws {
    guard let place = entries.firstIndex(where: { $0.name == name }) else {
      return try discover(name)
    }
    var catalog = catalog.rereading(name)
    try catalog.apply(settings)
    guard let plugin = catalog.plugins.first(where: { $0.name == name }) else { return }
    if let problem = plugin.problem { throw Status.broken(name, problem) }
    self.catalog = catalog
    switch entries[place].entry {
    case .supervised(let supervisor): plugin.manifest.map { adopt($0, by: supervisor) }
    case .broken(let former, _):
      for service in former.services { environment.router.remove(service) }
      if let entry = entry(of: plugin) { entries[place].entry = entry }
    }
  }

  private func discover(_ name: String) throws {
    guard let found = discovery?.plugins().first(where: { $0.name == name }) else {
      throw Status.pluginNotFound(name, among: names)
    }
    var catalog = catalog.adding(found)
    try catalog.apply(settings)
    guard let plugin = catalog.plugins.first(where: { $0.name == name }) else { return }
    if let problem = plugin.problem { throw Status.broken(name, problem) }
    self.catalog = catalog
    if let entry = entry(of: plugin) { entries.append((name, entry)) }
  }

  /// Reads a plugin's manifest again, and replaces its process, if it has one.
  func reload(_ name: String) async throws {
    try reread(name)
    guard case .supervised(let supervisor) = self[name], supervisor.current != nil else { return }
    try await supervisor.reload()
  }

  private func adopt(_ manifest: PluginManifest, by supervisor: PluginSupervisor) {
    let former = Set(supervisor.manifest.manifest.served)
    supervisor.adopt(manifest)
    supervisor.dependencies = dependencies(of: manifest)
    for service in former.subtracting(manifest.manifest.served) {
      environment.router.remove(service)
    }
    for service in manifest.manifest.served {
      environment.router.add(service, .plugin(supervisor.route))
    }
  }

  /// Refuses calls to a plugin that can't be used, with the reason, unless another plugin serves
  /// them.
  private func refuseServices(
    of plugin: DiscoveredPlugin, _ problem: ManifestProblem, _ router: Router
  ) {
    for service in plugin.services where router.destination(of: service[...]) == nil {
      router.add(service, .refused(.broken(plugin.name, problem)))
    }
  }

  private func supervisor(of manifest: PluginManifest) -> PluginSupervisor {
    let name = manifest.name
    let route = PluginRoute(name: name) { [weak self] in
      Task { @Supervision in self?.want(name) }
    }
    let supervisor = PluginSupervisor(manifest, route: route, environment: environment)
    for service in manifest.manifest.served {
      environment.router.add(service, .plugin(route))
    }
    return supervisor
  }

  /// Starts a plugin that a call needs.
  private func want(_ name: String) {
    if case .supervised(let supervisor) = self[name] { supervisor.want() }
  }

  var supervisors: [PluginSupervisor] {
    entries.compactMap { entry in
      if case .supervised(let supervisor) = entry.entry { supervisor } else { nil }
    }
  }

  subscript(name: String) -> Entry? {
    entries.first { $0.name == name }?.entry
  }

  var names: [String] { entries.map(\.name) }

  /// The names of all plugins, including those that were installed meanwhile.
  var namesToCome: [String] {
    let found = discovery?.plugins().map(\.name) ?? []
    return names + Set(found).subtracting(names).sorted()
  }

  func startEager() {
    for supervisor in supervisors where supervisor.manifest.isEager { supervisor.want() }
  }

  var reports: [PluginStatus] { entries.map { report($0.entry) } }

  func report(_ entry: Entry) -> PluginStatus {
    switch entry {
    case .supervised(let supervisor): supervisor.report
    case .broken(let plugin, let problem):
      PluginStatus(
        name: plugin.name, version: plugin.declared?.version ?? "", state: "failed",
        services: plugin.services, dependsOn: plugin.dependencies, directory: plugin.directory,
        lastCrash: CrashReport(
          cause: "\(problem.file): \(problem.field.isEmpty ? "" : "\(problem.field): ")"
            + problem.problem,
          remedy: environment.keepsLogs
            ? "\(problem.remedy), then: steward plugin reload \(plugin.name)" : problem.remedy))
    }
  }

  /// Stops the plugins that listen, while the other plugins still respond to them.
  func stopListening() async {
    await withTaskGroup { group in
      for supervisor in supervisors where !supervisor.listeners.isEmpty {
        group.addTask { await supervisor.stop() }
      }
    }
  }

  /// Stops every plugin: each after the plugins that depend on it, and otherwise all at once.
  func stop() async {
    var stopping: [ObjectIdentifier: Task<Void, Never>] = [:]
    for supervisor in supervisors.reversed() {
      let dependents = supervisors.filter { $0.dependencies.contains { $0 === supervisor } }
        .compactMap { stopping[ObjectIdentifier($0)] }
      stopping[ObjectIdentifier(supervisor)] = Task {
        for dependent in dependents { await dependent.value }
        await supervisor.stop()
      }
    }
    for task in stopping.values { await task.value }
  }
}
