extension SettingsReader {
    /// Makes a reader that knows all rules.
    public init() {
        self.init(rules: DriftRule.all)
    }
}
