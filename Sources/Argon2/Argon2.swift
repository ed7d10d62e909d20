internal import CArgon2
internal import Glibc

/// Password hashing by argon2id (RFC 9106).
///
/// Hashing blocks for tens of milliseconds and takes the memory that its parameters name. That cost
/// is its purpose. Never call it on the cooperative pool, and limit the number of concurrent calls.
public enum Argon2 {
  private static let saltLength = 16
  private static let hashLength = 32

  /// Returns the hash of a password under a fresh salt, encoded with its parameters and salt.
  public static func hash(
    _ password: String, _ parameters: Argon2Parameters = .recommended
  ) throws(Argon2Error) -> String {
    let (password, salt) = (Array(password.utf8), freshSalt())
    var encoded = [CChar](repeating: 0, count: encodedLength(parameters))
    let code = unsafe argon2id_hash_encoded(
      parameters.passes, parameters.memory, parameters.lanes, password, password.count, salt,
      salt.count, hashLength, &encoded, encoded.count)
    guard code == ARGON2_OK.rawValue else { throw Argon2Error(code) }
    return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }

  /// Returns whether a password matches an encoded hash. The call takes the time of that hash in
  /// both cases.
  public static func matches(_ password: String, _ encoded: String) throws(Argon2Error) -> Bool {
    let password = Array(password.utf8)
    let code = unsafe argon2id_verify(encoded, password, password.count)
    switch code {
    case ARGON2_OK.rawValue: return true
    case ARGON2_VERIFY_MISMATCH.rawValue: return false
    default: throw Argon2Error(code)
    }
  }

  /// Returns the length of an encoded hash, including the zero byte at its end.
  private static func encodedLength(_ parameters: Argon2Parameters) -> Int {
    argon2_encodedlen(
      parameters.passes, parameters.memory, parameters.lanes, UInt32(saltLength),
      UInt32(hashLength), Argon2_id)
  }

  private static func freshSalt() -> [UInt8] {
    var salt = [UInt8](repeating: 0, count: saltLength)
    let status = unsafe getentropy(&salt, salt.count)
    precondition(status == 0, "the system has no random numbers")
    return salt
  }
}
