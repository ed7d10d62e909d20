import IPC
import Logging
import StewardProtos
import Testing

@testable import PluginHost

@Suite("The rules between modules")
struct CatalogTests {
  private func module(
    _ name: String, services: [String] = [], dependsOn: [String] = []
  ) -> FoundModule {
    let manifest = Manifest(name: name, services: services, dependsOn: dependsOn)
    return FoundModule(
      name: name, directory: "/plugins/\(name)", declared: manifest,
      manifest: ModuleManifest(
        manifest: manifest, directory: "/plugins/\(name)", executable: "/plugins/\(name)/run"))
  }

  private func problems(of catalog: PluginCatalog) -> [String: String] {
    let pairs = catalog.modules.compactMap { module in
      module.problem.map { (module.name, "\($0.field): \($0.problem)") }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test("A module comes after those that it depends on")
  func order() {
    let catalog = PluginCatalog([
      module("a", dependsOn: ["c"]), module("b"), module("c", dependsOn: ["d"]), module("d"),
    ])
    #expect(catalog.modules.map(\.name) == ["d", "c", "a", "b"])
    #expect(problems(of: catalog).isEmpty)
  }

  @Test("A service that two modules claim belongs to neither; the others go on")
  func sharedService() {
    let catalog = PluginCatalog([
      module("a", services: ["x.Y"]), module("b", services: ["x.Y"]), module("c"),
    ])
    let problem = "services: service claimed twice: x.Y by a and b"
    #expect(problems(of: catalog) == ["a": problem, "b": problem])
  }

  @Test("A cycle is refused by name, and who depends on it with it")
  func cycle() {
    let catalog = PluginCatalog([
      module("a", dependsOn: ["b"]), module("b", dependsOn: ["a"]), module("c", dependsOn: ["a"]),
      module("d"),
    ])
    let circle = "depends_on: the modules depend on each other in a circle: "
    #expect(
      problems(of: catalog) == [
        "a": circle + "a → b → a", "b": circle + "b → a → b",
        "c": "depends_on: module \"a\" can't be used",
      ])
  }

  @Test("A module that depends on itself is a cycle as well")
  func selfCycle() {
    let catalog = PluginCatalog([module("a", dependsOn: ["a"])])
    #expect(problems(of: catalog)["a"]?.hasSuffix("a → a") == true)
  }

  @Test("A dependency that doesn't exist is named, with the name that was probably meant")
  func unknownDependency() {
    let catalog = PluginCatalog([module("orgs"), module("keys", dependsOn: ["org"])])
    #expect(
      problems(of: catalog)["keys"]
        == "depends_on: there is no module \"org\"; did you mean \"orgs\"?")
  }

  @Test("Of two modules of one name, that on the earlier path is used")
  func shadowing() throws {
    let first = Plugins()
    let second = Plugins()
    try first.addScript("a", "")
    try second.addScript("a", "")
    try second.addScript("b", "")
    try second.folder.write("notes/readme.txt", "no module")
    let discovery = PluginDiscovery(
      paths: ["/nowhere", first.path, second.path],
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let found = discovery.modules()
    #expect(found.map(\.directory) == ["\(first.path)/a", "\(second.path)/b"])
  }

  @Test("Paths come from options, then the environment, then the installed place")
  func paths() {
    let paths = PluginPaths.standard(
      options: ["/a:/b", "/c"], environment: ["STEWARD_PLUGIN_PATH": "/d:/e"],
      executable: "/opt/steward/bin/steward")
    #expect(
      paths == ["/a", "/b", "/c", "/d", "/e", "/opt/steward/bin/../libexec/steward/plugins"])
  }
}
