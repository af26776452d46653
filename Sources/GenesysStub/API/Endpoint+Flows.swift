import DriftCore

extension Endpoint {
    /// The endpoints of flows.
    static let flows: [Endpoint] = [
        Endpoint("/api/v2/flows", permission: flowView, isListing: true) { (catalogue, request, _) throws(APIError) in
            let flows = try FlowFilter(request).apply(to: catalogue.flows)
            guard try request.flag("includeSchemas") == true else {
                return .page(try .counted(flows, for: request, json: \.json))
            }
            return .page(try .counted(flows, for: request) { FlowEntity($0.flow).json(withSchemas: true).bytes })
        },
        Endpoint("/api/v2/flows/{}", permission: flowView) { (catalogue, _, ids) throws(APIError) in
            .entity(FlowEntity(try catalogue.flow(ids[0]).flow).json(withSchemas: true))
        },
        Endpoint("/api/v2/flows/{}/latestconfiguration", permission: flowView) { (catalogue, _, ids) throws(APIError) in
            let flow = try catalogue.flow(ids[0]).flow
            return .entity(try configuration(of: flow.newest, in: flow))
        },
        Endpoint("/api/v2/flows/{}/versions", permission: flowView, isListing: true) {
            (catalogue, request, ids) throws(APIError) in
            let flow = try catalogue.flow(ids[0]).flow
            return .page(try .counted(flow.versions, for: request) { FlowEntity(flow).version($0).bytes })
        },
        Endpoint("/api/v2/flows/{}/versions/{}", permission: flowView) { (catalogue, _, ids) throws(APIError) in
            let flow = try catalogue.flow(ids[0]).flow
            return .entity(FlowEntity(flow).version(try version(ids[1], of: flow)))
        },
        Endpoint("/api/v2/flows/{}/versions/{}/configuration", permission: flowView) {
            (catalogue, _, ids) throws(APIError) in
            let flow = try catalogue.flow(ids[0]).flow
            return .entity(try configuration(of: version(ids[1], of: flow), in: flow))
        },
    ]

    private static let flowView = "architect:flow:view"

    private static func version(_ id: String, of flow: StubFlow) throws(APIError) -> StubFlow.Version {
        guard let version = flow.versions.first(where: { $0.id == id }) else {
            throw .notFound("version \(id) of flow \(flow.id)")
        }
        return version
    }

    private static func configuration(of version: StubFlow.Version?, in flow: StubFlow) throws(APIError) -> [UInt8] {
        guard let configuration = version?.configuration else {
            throw .notFound("configuration of flow \(flow.id), of which `flowdrift stub` has only the name")
        }
        return configuration
    }
}
