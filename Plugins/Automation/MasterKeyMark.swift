import AdminModel
import PluginKit

/// By which exports recognize the master key that their hashes and sealed values need: a hash that tells nothing of it.
struct MasterKeyMark {
  let text: String

  init(in environment: PluginEnvironment) throws {
    let key = HashingKey(try environment.secret("api-keys"))
    text = key.hash("", for: "steward/export").prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
