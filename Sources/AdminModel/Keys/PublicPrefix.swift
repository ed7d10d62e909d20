/// The public prefixes that all keys of a well-known kind begin with. A prefix says where a key
/// belongs and is no part of its secret.
///
/// Only the prefixes listed here are public. A key of an unknown kind may begin with its secret.
enum PublicPrefix {
  /// Where one prefix begins with another, the longer one comes first.
  private static let known = [
    "sk-stw-admin01-", "sk-stw-",
    "sk-ant-api01-", "sk-ant-api02-", "sk-ant-api03-", "sk-ant-api04-", "sk-ant-admin01-",
    "sk-ant-admin-", "sk-ant-oat01-", "sk-ant-ort01-", "sk-ant-sid01-", "sk-ant-sid02-", "sk-ant-",
    "sk-svcacct-", "sk-admin-", "sk-proj-", "sk-or-v1-",
    "sk_live_", "sk_test_", "rk_live_", "rk_test_",
    "github_pat_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "glpat-",
    "xoxb-", "xoxp-", "hf_", "gsk_", "pplx-", "npm_", "pypi-", "AKIA", "AIza",
  ]

  /// Returns the known prefix of a key; empty for a key of an unknown kind.
  static func of(_ value: String) -> String { known.first(where: value.hasPrefix) ?? "" }
}
