/// The regions of Genesys Cloud and their domains.
public enum RegionDomains {
    /// Each region's AWS name and its domain, in order of name.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud and MyPureCloud/platform-client-sdk-cli.
    public static let all: [(name: String, domain: String)] = [
        ("ap-northeast-1", "mypurecloud.jp"),
        ("ap-northeast-2", "apne2.pure.cloud"),
        ("ap-northeast-3", "apne3.pure.cloud"),
        ("ap-south-1", "aps1.pure.cloud"),
        ("ap-southeast-1", "apse1.pure.cloud"),
        ("ap-southeast-2", "mypurecloud.com.au"),
        ("ca-central-1", "cac1.pure.cloud"),
        ("eu-central-1", "mypurecloud.de"),
        ("eu-central-2", "euc2.pure.cloud"),
        ("eu-west-1", "mypurecloud.ie"),
        ("eu-west-2", "euw2.pure.cloud"),
        ("eusc-de-east-1", "edee1.eusc-pure.cloud"),
        ("me-central-1", "mec1.pure.cloud"),
        ("mx-central-1", "mxc1.pure.cloud"),
        ("sa-east-1", "sae1.pure.cloud"),
        ("us-east-1", "mypurecloud.com"),
        ("us-east-2", "use2.us-gov-pure.cloud"),
        ("us-west-2", "usw2.pure.cloud"),
    ]

    /// The API host of each region, in order of the regions' names.
    public static let apiHosts: [String] = all.map { "api." + $0.domain }

    /// The API host of a region, given its AWS name or domain, or `nil` for an unknown region.
    public static func apiHost(of region: String) -> String? {
        let text = region.lowercased().replacing("_", with: "-")
        return all.first { $0.name == text || text == $0.domain || text.hasSuffix("." + $0.domain) }
            .map { "api." + $0.domain }
    }
}
