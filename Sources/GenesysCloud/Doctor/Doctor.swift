import DriftCore
import Foundation

/// Checks everything that reading an org depends on: region, token, permissions, clock and proxy.
public struct Doctor: Sendable {
    /// The environment variables; only those for proxies are used.
    public var variables: [String: String]

    /// Makes a client for an org; the client should give up early, so that users needn't wait.
    public var connect: @Sendable (Access) -> PlatformClient

    /// Makes a doctor.
    public init(variables: [String: String], connect: @escaping @Sendable (Access) -> PlatformClient) {
        self.variables = variables
        self.connect = connect
    }

    /// Checks everything, and stops if the token is refused.
    ///
    /// - Parameter access: How to reach the org, or the error if it's unknown how.
    /// - Returns: A line for each check, in order.
    public func lines(for access: Result<Access, AccessError>) async -> [DoctorLine] {
        let found: Access
        do { found = try access.get() } catch {
            return [DoctorLine("access", isOK: false, error.problem, fix: error.fix)]
        }
        let client = connect(found)
        var lines = [DoctorLine.ok("host", found.host.apiURL), proxyLine(found.host)]
        do throws(PlatformError) {
            try await client.token()
            lines.append(.ok("token", found.credentials.phrase))
        } catch {
            return lines + [.problem("token", error)]
        }
        var headers: [String: String] = [:]
        for check in Self.checks {
            do throws(PlatformError) {
                let answer = try await client.answer(check.resource)
                headers = answer.headers
                try client.checkIsJSON(answer, at: client.place(check.resource))
                lines.append(check.line(answer.body, client.place(check.resource)))
            } catch {
                if check.isOptional, error.kind == .notFound {
                    lines.append(.ok(check.name, "the host does not support \(check.name)"))
                    continue
                }
                if check.mayBeForbidden, error.kind == .permission, let permission = check.resource.permission {
                    lines.append(.ok(check.name, "not visible; optional, needs \(permission.rawValue)"))
                    continue
                }
                lines.append(.problem(check.name, error))
                if error.kind.isFinal { return lines }
            }
        }
        return lines + [clockLine(headers["date"], client.clock.date())]
    }
}
