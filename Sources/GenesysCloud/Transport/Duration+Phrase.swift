extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    /// The duration for messages: `250 ms`, `4 s`, `17 min`.
    var phrase: String {
        let seconds = inSeconds
        if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
        if seconds < 100 { return "\(Int(seconds.rounded())) s" }
        return "\(Int((seconds / 60).rounded(.up))) min"
    }
}
