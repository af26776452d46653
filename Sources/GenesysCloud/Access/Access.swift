/// How to reach an org: where it is, and what to show there.
public struct Access: Hashable, Sendable {
    /// Where the org's API is.
    public var host: PlatformHost

    /// What it is asked with.
    public var credentials: Credentials
}
