import DriftCore
import Foundation

@testable import GenesysCloud

/// An org in memory, which answers as the Platform API does.
struct FakeOrg: Sendable {
    var flows: [FakeFlow] = []
    var triggers: [FakeTrigger] = []
    var scheduledTriggers: [FakeTrigger] = []

    /// Overrides the outcome of a request, or returns `nil` to leave it as it is.
    var fault: @Sendable (_ line: String, _ number: Int) -> ScriptedTransport.Outcome? = { _, _ in nil }

    var transport: ScriptedTransport {
        ScriptedTransport { request, number in
            if let outcome = fault(request.line, number) { return outcome }
            guard case .get(let resource, as: _) = request else { return .granted }
            return .success(answer(resource))
        }
    }

    /// A reader of the org, with the transport of its requests.
    func reader(width: Int = 4) throws -> (org: LiveOrg, transport: ScriptedTransport) {
        let transport = transport
        return (LiveOrg(client: .scripted(try .client(), transport), width: width), transport)
    }

    private func answer(_ resource: PlatformResource) -> PlatformAnswer {
        let parts = URLComponents(string: resource.pathAndQuery)
        let path = (parts?.path ?? "").split(separator: "/").dropFirst(2)
        let query = parts?.queryItems ?? []
        switch Array(path) {
        case ["flows"]: return flowPage(query)
        case ["processautomation", "triggers"]: return triggerPage(triggers, resource.path, query)
        case ["processautomation", "scheduledtriggers"]: return triggerPage(scheduledTriggers, resource.path, query)
        case ["integrations", "actions"]: return .json("{\"entities\":[]}")
        case let path where path.first == "flows" && path.count > 1:
            guard let flow = flows.first(where: { $0.id == path[1] }) else { return .error(404, "not.found") }
            if path.count == 2 { return .json(flow.listed) }
            let isDraft = path.last == "latestconfiguration"
            guard isDraft || path[3] == flow.version ?? "" else { return .error(404, "not.found") }
            return .json(flow.configuration(isDraft: isDraft))
        default: return .error(404, "not.found")
        }
    }

    private func flowPage(_ query: [URLQueryItem]) -> PlatformAnswer {
        let types = query.filter { $0.name == "type" }.compactMap(\.value)
        let name = query.first { $0.name == "name" }?.value
        let found = flows.filter { flow in
            !flow.isHidden && (types.isEmpty || types.contains(flow.type)) && (name == nil || flow.name == name)
        }
        let (number, size) = (Self.number("pageNumber", query), Self.number("pageSize", query))
        let page = found.dropFirst((number - 1) * size).prefix(size).map(\.listed).joined(separator: ",")
        return .json(
            """
            {"entities":[\(page)],"pageSize":\(size),"pageNumber":\(number),"total":\(found.count),\
            "pageCount":\((found.count + size - 1) / size)}
            """
        )
    }

    private func triggerPage(_ triggers: [FakeTrigger], _ path: String, _ query: [URLQueryItem]) -> PlatformAnswer {
        let size = Self.number("pageSize", query)
        let start = Self.number("after", query, otherwise: 0)
        let page = triggers.dropFirst(start).prefix(size).map(\.listed).joined(separator: ",")
        let isLast = start + size >= triggers.count
        let next = isLast ? "" : ",\"nextUri\":\"\(path)?pageSize=\(size)&after=\(start + size)\""
        return .json("{\"entities\":[\(page)]\(next)}")
    }

    private static func number(_ name: String, _ query: [URLQueryItem], otherwise other: Int = 1) -> Int {
        query.first { $0.name == name }?.value.flatMap { Int($0) } ?? other
    }
}

extension FakeOrg {
    /// An org of `count` workflows, with ids from `f-0` and names from `Flow 0`.
    static func of(_ count: Int, triggers: Int = 0) -> FakeOrg {
        FakeOrg(
            flows: (0..<count).map { FakeFlow(id: "f-\($0)", name: "Flow \($0)") },
            triggers: (0..<triggers).map { FakeTrigger(id: "t-\($0)", target: "f-\($0 % max(1, count))") }
        )
    }

    /// The data of the snapshots of all flows.
    var known: [FlowKey: KnownSnapshot] {
        Dictionary(flows.map { ($0.key, $0.known) }) { first, _ in first }
    }
}
