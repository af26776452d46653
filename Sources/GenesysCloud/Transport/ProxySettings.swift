import Foundation

/// The proxies in the environment variables, which URLSession's libcurl reads itself.
enum ProxySettings {
    /// Keeps requests to the local machine away from proxies.
    ///
    /// libcurl sends even requests to 127.0.0.1 through `http_proxy`, and reads the variables when it connects. So the
    /// variables are set before the first connection, once in a process. A later change would race with threads that
    /// read them.
    static let loopbackIsDirect: Void = {
        let variables = ProcessInfo.processInfo.environment
        let names = exceptions(variables)
        setenv("no_proxy", names, 1)
        setenv("NO_PROXY", names, 1)
    }()

    /// The hosts to reach without a proxy, including the local machine.
    static func exceptions(_ variables: [String: String]) -> String {
        let known = variables["no_proxy"] ?? variables["NO_PROXY"] ?? ""
        let names = known.split(separator: ",").map { $0.trimming(" ") }.filter { !$0.isEmpty }
        // An asterisk only means every host if it is alone.
        guard names != ["*"] else { return "*" }
        return (names + PlatformHost.loopbackNames.filter { !names.contains($0) }).joined(separator: ",")
    }

    /// The proxy for https requests, without its user and password, or `nil` if there is none.
    static func proxy(_ variables: [String: String]) -> String? {
        let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        guard let text = names.compactMap({ variables[$0] }).first(where: { !$0.isEmpty }) else { return nil }
        return text.lastIndex(of: "@").map { String(text[text.index(after: $0)...]) } ?? text
    }

    static func isException(_ host: String, _ variables: [String: String]) -> Bool {
        exceptions(variables).split(separator: ",").contains { name in
            let domain = name.trimming(" .")
            return name == "*" || host == domain || host.hasSuffix("." + domain)
        }
    }
}
