import Testing

@testable import GenesysCloud

/// The token that all requests share.
struct TokenKeeperTests {
    /// A request that waited for the token may be rejected before the request that got the token continues.
    @Test func keepsNoTokenThatWasRefusedBeforeItWasNoted() async throws {
        let keeper = TokenKeeper(try Access.client().credentials)
        let (first, second) = try (Secret.make("token-1"), Secret.make("token-2"))
        _ = try await keeper.token { _ in
            _ = await keeper.discard(first)
            return .success(first)
        }
        #expect(try await keeper.token { _ in .success(second) } == second)
        #expect(try await keeper.token { _ in .success(first) } == second)
    }
}
