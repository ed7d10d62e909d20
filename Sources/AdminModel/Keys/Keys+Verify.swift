internal import AdminProtos
internal import GoogleProtos
internal import Platform
internal import ProtobufRuntime
public import Store

extension Keys {
  /// Checks whether a secret is that of a usable key, as of this transaction.
  ///
  /// It reads the record each time and caches nothing. Once a revocation is committed, no process
  /// that opens a later view finds the key usable.
  ///
  /// - Parameters:
  ///   - place: Where the key is being used: an address, or a range that contains it; empty if it
  ///     isn't known.
  ///   - organization: The organization whose registered keys are searched; empty for the caller's
  ///     only one.
  public static func verify(
    _ secret: String, at place: String = "", organization: String = "",
    with secrets: KeySecrets, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyVerification {
    try check(place)
    guard SecretText.isWhole(secret, prefix: prefix) else {
      return try verifyRegistered(secret, of: organization, with: secrets, by: access, in: tx)
    }
    let hash = secrets.hash(ofIssued: secret)
    let found = try AdminSchema.keys.first(AdminSchema.keysBySecret, at: [.bytes(hash)], in: tx)
    guard let record = found?.record, access.allows(.verifyKeys, at: record.key.scope) else {
      // Only a caller who is refused needs to know whether the secret has a mistake. For a key that
      // is found, the hash has shown that it has none.
      return .invalid(SecretText(secret, prefix: prefix) == nil ? .checksum : .unknown)
    }
    let verdict = verdict(on: record, hash, at: tx.now)
    guard case .valid(let key) = verdict, !NetworkRules.allow(key.allowedNetworks, at: place) else {
      return verdict
    }
    return .invalid(.network)
  }

  private static func check(_ place: String) throws {
    guard !place.isEmpty, AddressRange(place) == nil else { return }
    var violations = Violations()
    violations.add(
      "client_address", "MALFORMED_ADDRESS",
      "must be an IP address such as 203.0.113.7, not \"\(place.asRefused)\"")
    try violations.check()
  }

  /// Verifies a registered key. Its hash depends on its organization, so the organization must be
  /// known.
  private static func verifyRegistered(
    _ secret: String, of organization: String, with secrets: KeySecrets, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyVerification {
    guard let organization = try organization.isEmpty ? onlyOne(for: access, in: tx) : organization
    else { return .invalid(.malformed) }
    let hash = secrets.hash(ofRegistered: secret, in: organization)
    let found = try AdminSchema.keys.first(AdminSchema.keysBySecret, at: [.bytes(hash)], in: tx)
    guard let record = found?.record, access.allows(.verifyKeys, at: record.key.scope) else {
      return .invalid(.malformed)
    }
    return verdict(on: record, hash, at: tx.now)
  }

  /// Returns the caller's only organization; nil if there is none or more than one.
  private static func onlyOne(
    for access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    let ids =
      try access.organizations
      ?? AdminSchema.organizations.page(PageRequest(limit: 2), in: tx).items.map(\.record.id)
    return ids.count == 1 ? ids[0] : nil
  }

  private static func verdict(
    on record: KeyRecord, _ hash: [UInt8], at now: GoogleTimestamp
  ) -> KeyVerification {
    let key = record.key
    return switch KeyStatus(of: key, at: now) {
    case .inactive: .invalid(.inactive)
    case .archived: .invalid(.archived)
    case .expired: .invalid(.expired)
    case .active where key.userSuspended: .invalid(.suspended)
    case .active:
      if HashingKey.areSame(record.secretHash, hash) {
        .valid(key)
      } else {
        formerVerdict(on: record, key, hash, at: now)
      }
    }
  }

  private static func formerVerdict(
    on record: KeyRecord, _ key: ApiKey, _ hash: [UInt8], at now: GoogleTimestamp
  ) -> KeyVerification {
    guard HashingKey.areSame(record.formerSecretHash, hash) else { return .invalid(.unknown) }
    let end = key.formerSecretExpiresAt?.microseconds ?? 0
    return end > now.microseconds ? .valid(key) : .invalid(.rotated)
  }
}
