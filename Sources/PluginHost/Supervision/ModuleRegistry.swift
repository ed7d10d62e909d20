internal import IPC
internal import StewardProtos

/// All modules of a host, in start order.
@Supervision
final class ModuleRegistry {
  enum Entry {
    case supervised(ModuleSupervisor)
    case broken(FoundModule, ManifestProblem)
  }

  private(set) var entries: [(name: String, entry: Entry)] = []

  /// Makes a supervisor for each good module, and tells the router where its services are.
  init(_ catalog: PluginCatalog, surroundings: ModuleSupervisor.Surroundings) {
    var supervisors: [String: ModuleSupervisor] = [:]
    for module in catalog.modules {
      if let problem = module.problem {
        entries.append((module.name, .broken(module, problem)))
        continue
      }
      guard let manifest = module.manifest else { continue }
      let supervisor = Self.supervisor(of: manifest, surroundings)
      supervisor.dependencies = manifest.manifest.dependsOn.compactMap { supervisors[$0] }
      supervisors[module.name] = supervisor
      entries.append((module.name, .supervised(supervisor)))
    }
    for case .broken(let module, let problem) in entries.map(\.entry) {
      refuseServices(of: module, problem, surroundings.router)
    }
  }

  /// Has calls to a module that can't be used refused with the reason, unless another serves them.
  private func refuseServices(of module: FoundModule, _ problem: ManifestProblem, _ router: Router)
  {
    for service in module.services where router.destination(of: service[...]) == nil {
      router.add(service, .refused(.broken(module.name, problem)))
    }
  }

  private static func supervisor(
    of manifest: ModuleManifest, _ surroundings: ModuleSupervisor.Surroundings
  ) -> ModuleSupervisor {
    let waker = Waker()
    let route = ModuleRoute(name: manifest.name) { waker.wake() }
    let supervisor = ModuleSupervisor(manifest, route: route, surroundings: surroundings)
    waker.supervisor = supervisor
    for service in manifest.manifest.services {
      surroundings.router.add(service, .module(route))
    }
    return supervisor
  }

  var supervisors: [ModuleSupervisor] {
    entries.compactMap { entry in
      if case .supervised(let supervisor) = entry.entry { supervisor } else { nil }
    }
  }

  subscript(name: String) -> Entry? {
    entries.first { $0.name == name }?.entry
  }

  var names: [String] { entries.map(\.name) }

  func startEager() {
    for supervisor in supervisors where supervisor.manifest.isEager { supervisor.want() }
  }

  var reports: [PluginStatus] { entries.map { Self.report($0.entry) } }

  static func report(_ entry: Entry) -> PluginStatus {
    switch entry {
    case .supervised(let supervisor): supervisor.report
    case .broken(let module, let problem):
      PluginStatus(
        name: module.name, version: module.declared?.version ?? "", state: .failed,
        services: module.services, dependsOn: module.dependencies, directory: module.directory,
        lastCrash: CrashReport(
          cause: "\(problem.file): \(problem.field.isEmpty ? "" : "\(problem.field): ")"
            + problem.problem,
          remedy: "\(problem.remedy), then start the host again"))
    }
  }

  /// Stops the modules that listen, while the others still answer them.
  func stopListening() async {
    await withTaskGroup { group in
      for supervisor in supervisors where !supervisor.listeners.isEmpty {
        group.addTask { await supervisor.stop() }
      }
    }
  }

  /// Stops every module: each after those that depend on it, and otherwise all at once.
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

/// Ties a route to its supervisor, each of which needs the other.
private final class Waker: Sendable {
  @Supervision weak var supervisor: ModuleSupervisor?

  func wake() {
    Task { @Supervision in self.supervisor?.want() }
  }
}
