import Foundation

/// What the environment's variables say of proxies; libcurl, below URLSession, reads them itself.
enum ProxySettings {
    /// Keeps requests to this machine from every proxy.
    ///
    /// libcurl sends even requests to 127.0.0.1 through `http_proxy`, and asks the variables when it connects. So they
    /// are set before the first connection, once in a process: changing them later would race with threads that read.
    static let loopbackIsDirect: Void = {
        let variables = ProcessInfo.processInfo.environment
        let names = exceptions(variables)
        setenv("no_proxy", names, 1)
        setenv("NO_PROXY", names, 1)
    }()

    /// The hosts that no proxy is asked for, this machine among them.
    static func exceptions(_ variables: [String: String]) -> String {
        let known = variables["no_proxy"] ?? variables["NO_PROXY"] ?? ""
        let names = known.split(separator: ",").map { $0.trimming(" ") }.filter { !$0.isEmpty }
        // A lone asterisk stands for every host, and only alone.
        guard names != ["*"] else { return "*" }
        return (names + PlatformHost.loopbackNames.filter { !names.contains($0) }).joined(separator: ",")
    }

    /// The proxy that requests by https go through, without the user and the password in it; nil for none.
    static func proxy(_ variables: [String: String]) -> String? {
        let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        guard let text = names.compactMap({ variables[$0] }).first(where: { !$0.isEmpty }) else { return nil }
        return text.lastIndex(of: "@").map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// Whether a host is asked for without a proxy.
    static func isException(_ host: String, _ variables: [String: String]) -> Bool {
        exceptions(variables).split(separator: ",").contains { name in
            let domain = name.trimming(" .")
            return name == "*" || host == domain || host.hasSuffix("." + domain)
        }
    }
}
