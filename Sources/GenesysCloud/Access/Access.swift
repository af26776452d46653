/// How to reach an org: its address and the credentials for it.
public struct Access: Hashable, Sendable {
    /// The addresses of the org.
    public var host: PlatformHost

    /// The credentials for it.
    public var credentials: Credentials
}
