/// Passwords: scrypt, one at a time, away from Swift's cooperative threads.
import Crypto
import CryptoExtras
import Dispatch
import Foundation

package struct PasswordHasher: Sendable {
    /// N = 2^cost, with r = 8 and p = 5. 14 takes 16 MiB (OWASP's password storage cheat sheet).
    package let cost: Int
    /// One at a time: guesses in parallel wait for each other instead of taking the memory of the machine.
    private let queue = DispatchQueue(label: "jalon.passwords")

    package init(cost: Int) {
        self.cost = cost
    }

    package static let production = PasswordHasher(cost: 14)

    /// `scrypt$14$8$5$salt$key`, in Base64.
    package func hash(_ password: String, salt: [UInt8]) async throws -> String {
        let key = try await derive(password, salt: Data(salt), cost: cost, blockSize: 8, parallelism: 5)
        return "scrypt$\(cost)$8$5$\(Data(salt).base64EncodedString())$\(key.base64EncodedString())"
    }

    /// Takes as long for an account that does not exist (`nil`) as for one that does.
    package func verify(_ password: String, against stored: String?) async throws -> Bool {
        let parts = (stored ?? "scrypt$\(cost)$8$5$AAAAAAAAAAAAAAAAAAAAAA==$").split(
            separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, let cost = Int(parts[1]), let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = Data(base64Encoded: String(parts[4])), let expected = Data(base64Encoded: String(parts[5]))
        else { return false }
        let key = try await derive(password, salt: salt, cost: cost, blockSize: blockSize, parallelism: parallelism)
        return stored != nil && constantTimeEqual(key, expected)
    }

    private func derive(_ password: String, salt: Data, cost: Int, blockSize: Int, parallelism: Int) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        try KDF.Scrypt.deriveKey(
                            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: 32,
                            rounds: 1 << cost, blockSize: blockSize, parallelism: parallelism
                        ).withUnsafeBytes { Data($0) }
                    })
            }
        }
    }

    private func constantTimeEqual(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Tokens are kept hashed: whoever reads the table cannot sign in.
func tokenHash(_ token: String) -> String {
    Data(SHA256.hash(data: Data(token.utf8))).base64EncodedString()
}
