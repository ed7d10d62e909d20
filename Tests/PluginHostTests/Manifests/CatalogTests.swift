import HostProtos
import IPC
import Logging
import Testing

@testable import PluginHost

@Suite("The plugin catalog")
struct CatalogTests {
  private func plugin(
    _ name: String, services: [String] = [], dependsOn: [String] = [], secrets: [String] = [],
    in path: String = "/plugins", isBundled: Bool = false
  ) -> DiscoveredPlugin {
    let manifest = Manifest(
      name: name, services: services, dependsOn: dependsOn, grants: ManifestGrants(secrets: secrets)
    )
    return DiscoveredPlugin(
      name: name, directory: "\(path)/\(name)", isBundled: isBundled, declared: manifest,
      manifest: PluginManifest(
        manifest: manifest, directory: "\(path)/\(name)", executable: "\(path)/\(name)/run",
        isBundled: isBundled))
  }

  private func problems(of catalog: PluginCatalog) -> [String: String] {
    let pairs = catalog.plugins.compactMap { plugin in
      plugin.problem.map { (plugin.name, "\($0.field): \($0.problem)") }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test("A plugin comes after the plugins that it depends on")
  func order() {
    let catalog = PluginCatalog([
      plugin("a", dependsOn: ["c"]), plugin("b"), plugin("c", dependsOn: ["d"]), plugin("d"),
    ])
    #expect(catalog.plugins.map(\.name) == ["d", "c", "a", "b"])
    #expect(problems(of: catalog).isEmpty)
  }

  @Test("A service that two plugins claim belongs to neither, and other plugins still work")
  func sharedService() {
    let catalog = PluginCatalog([
      plugin("a", services: ["x.Y"]), plugin("b", services: ["x.Y"]), plugin("c"),
    ])
    let problem = "services: service claimed twice: x.Y by a and b"
    #expect(problems(of: catalog) == ["a": problem, "b": problem])
  }

  @Test("Only the stranger is refused if it claims a service of a bundled plugin")
  func claimOfBundledService() {
    let catalog = PluginCatalog([
      plugin("real", services: ["x.Y"], isBundled: true),
      plugin("thief", services: ["x.Y", "x.Z"]),
    ])
    let problem = "services: service claimed twice: x.Y by real and thief"
    #expect(problems(of: catalog) == ["thief": problem])
  }

  @Test("A plugin that can't be used takes no service from another")
  func claimOfBrokenPlugin() {
    var broken = plugin("broken", services: ["x.Y"])
    broken.problem = ManifestProblem(file: "f", field: "", problem: "p", remedy: "r")
    let catalog = PluginCatalog([broken, plugin("good", services: ["x.Y"])])
    #expect(problems(of: catalog) == ["broken": ": p"])
  }

  @Test("Only the stranger is refused if it has a bundled plugin's name, and it stays listed")
  func nameOfBundledPlugin() throws {
    let catalog = PluginCatalog([
      plugin("auth", services: ["x.Y"], isBundled: true),
      plugin("auth", services: ["z.Z"], in: "/strange"), plugin("other"),
    ])
    #expect(
      catalog.plugins.map(\.directory) == ["/plugins/auth", "/plugins/other", "/strange/auth"])
    #expect(catalog.plugins.map { $0.problem == nil } == [true, true, false])
    #expect(
      catalog.plugins.last?.problem?.description
        == "/strange/auth/plugin.json: name: \"auth\" is the name of a plugin that comes with "
        + "Steward; rename the folder and the plugin")
  }

  @Test("A secret that a bundled plugin uses is refused to other plugins")
  func reservedSecret() {
    let catalog = PluginCatalog([
      plugin("keys", secrets: ["api-keys"], isBundled: true), plugin("a", secrets: ["mail"]),
      plugin("b", secrets: ["mail", "api-keys"]),
    ])
    #expect(
      problems(of: catalog) == [
        "b": "grants.secrets[1]: \"api-keys\" belongs to the plugins that come with Steward"
      ])
  }

  @Test("A broken plugin doesn't hide a good plugin of the same name")
  func brokenShadow() {
    var broken = plugin("a", in: "/first")
    broken.problem = ManifestProblem(file: "f", field: "", problem: "p", remedy: "r")
    let selection = PluginSelection([broken, plugin("a", in: "/second")])
    #expect(selection.chosen.map(\.directory) == ["/second/a"])
    #expect(selection.shadowed.map(\.plugin.directory) == ["/first/a"])
  }

  @Test("The plugins of a dependency cycle are refused, and so are the plugins that depend on it")
  func cycle() {
    let catalog = PluginCatalog([
      plugin("a", dependsOn: ["b"]), plugin("b", dependsOn: ["a"]), plugin("c", dependsOn: ["a"]),
      plugin("d"),
    ])
    let circle = "depends_on: the plugins depend on each other in a cycle: "
    #expect(
      problems(of: catalog) == [
        "a": circle + "a → b → a", "b": circle + "b → a → b",
        "c": "depends_on: plugin \"a\" can't be used",
      ])
  }

  @Test("A plugin that depends on itself is a cycle as well")
  func selfCycle() {
    let catalog = PluginCatalog([plugin("a", dependsOn: ["a"])])
    #expect(problems(of: catalog)["a"]?.hasSuffix("a → a") == true)
  }

  @Test("An unknown dependency is refused with the name that was probably meant")
  func unknownDependency() {
    let catalog = PluginCatalog([plugin("orgs"), plugin("keys", dependsOn: ["org"])])
    #expect(
      problems(of: catalog)["keys"]
        == "depends_on: there is no plugin \"org\"; did you mean \"orgs\"?")
  }

  @Test("Of two plugins with the same name, the one on the earlier path is used")
  func shadowing() throws {
    let first = Plugins()
    let second = Plugins()
    try first.addScript("a", "")
    try second.addScript("a", "")
    try second.addScript("b", "")
    try second.folder.write("notes/readme.txt", "no plugin")
    let discovery = PluginDiscovery(
      paths: ["/nowhere", first.path, second.path],
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let selection = PluginSelection(discovery.plugins())
    #expect(selection.chosen.map(\.directory) == ["\(first.path)/a", "\(second.path)/b"])
  }

  @Test("Plugin paths come from options, then the environment, then the installation")
  func paths() {
    let paths = PluginPaths.standard(
      options: ["/a:/b", "/c"], environment: ["STEWARD_PLUGIN_PATH": "/d:/e"],
      executable: "/opt/steward/bin/steward")
    #expect(
      paths
        == PluginPaths(
          given: ["/a", "/b", "/c", "/d", "/e"],
          bundled: ["/opt/steward/bin/../libexec/steward/plugins"]))
  }
}
