import HTML
import WebProtos

extension PageRequest {
  /// The address that was asked for, without some items of its query.
  func address(without names: Set<String>) -> Address {
    query.prefix(20).filter { !names.contains($0.name) }
      .reduce(Address(checking: path) ?? "/console/") { $0.query($1.name, $1.value) }
  }
}
