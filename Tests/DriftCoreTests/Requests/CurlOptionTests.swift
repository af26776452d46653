import Testing

@testable import DriftCore

/// The options of curl, in every way to write them.
@Suite struct CurlOptionTests {
    @Test(arguments: [
        RequestReading(
            "curl -X POST https://api.mypurecloud.ie/api/v2/flows/executions -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' -d '{\"flowId\": \"x\"}'",
            [
                "curl POST https://api.mypurecloud.ie/api/v2/flows/executions 1:14-1:64",
                "implied application/x-www-form-urlencoded",
                "authorization Bearer, placeholder 1:84-1:97",
                "Content-Type 1:103: application/json 1:117-1:133",
                "body 1:139-1:154 {\"flowId\": \"x\"}",
            ]
        ),
        RequestReading(
            "$ curl -sSL --json '{\"flowId\":\"x\"}' https://api.mypurecloud.ie/api/v2/flows/executions | jq .",
            [
                "curl POST https://api.mypurecloud.ie/api/v2/flows/executions 1:37-1:87",
                "implied application/json",
                "body 1:21-1:35 {\"flowId\": \"x\"}",
            ]
        ),
        RequestReading(
            "curl --request POST --url 'https://api.x.com/y' --header 'authorization: eyJsecret' --data @body.json",
            [
                "curl POST https://api.x.com/y 1:27-1:48",
                "implied application/x-www-form-urlencoded",
                "authorization no scheme, given 1:74-1:83",
                "body in body.json 1:93-1:102",
            ]
        ),
        RequestReading(
            "curl -XPOST -d'{\"a\":1}' -H'Content-Type: application/json' https://u:p@api.x.com/y",
            [
                "curl POST https://api.x.com/y 1:60-1:83",
                "implied application/x-www-form-urlencoded",
                "authorization Basic, given 1:60-1:83",
                "Content-Type 1:28: application/json 1:42-1:58",
                "body 1:16-1:23 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "curl https://x/y -d a=1 -d b=2 --data-urlencode 'c={\"x\": 1}' ",
            [
                "curl POST https://x/y 1:6-1:17",
                "implied application/x-www-form-urlencoded",
                "form 1:49",
            ]
        ),
        RequestReading(
            "curl --json '{\"a\":' --json '1}' https://x/y",
            [
                "curl POST https://x/y 1:33-1:44",
                "implied application/json",
                "body 1:14-1:31 {\"a\": 1}",
            ]
        ),
        RequestReading(
            "curl -G -d a=1 https://x/y",
            [
                "curl GET https://x/y 1:16-1:27"
            ]
        ),
        RequestReading(
            "curl -I https://x/y",
            [
                "curl HEAD https://x/y 1:9-1:20"
            ]
        ),
        RequestReading(
            "curl -F a=1 https://x/y",
            [
                "curl POST https://x/y 1:13-1:24",
                "implied multipart/form-data",
                "form 1:6",
            ]
        ),
        RequestReading(
            "curl -T body.json https://x/y",
            [
                "curl PUT https://x/y 1:19-1:30",
                "body in body.json 1:9-1:18",
            ]
        ),
        RequestReading(
            "curl --data-raw '@x' https://x/y",
            [
                "curl POST https://x/y 1:22-1:33",
                "implied application/x-www-form-urlencoded",
                "body 1:18-1:20 \"@x\"",
                "1:18-1:20 unquotedText",
            ]
        ),
        RequestReading(
            "curl -d '' https://x/y",
            [
                "curl POST https://x/y 1:12-1:23",
                "implied application/x-www-form-urlencoded",
                "body 1:9-1:9 nothing",
                "1:9-1:9 emptyText",
            ]
        ),
        RequestReading(
            "curl -u me:pw -vk -o out.json -m 5 https://x/y",
            [
                "curl GET https://x/y 1:36-1:47",
                "authorization Basic, given 1:9-1:14",
            ]
        ),
        RequestReading(
            "curl --oauth2-bearer eyJabc --data-binary @- https://x/y",
            [
                "curl POST https://x/y 1:46-1:57",
                "implied application/x-www-form-urlencoded",
                "authorization Bearer, given 1:22-1:28",
                "body in - 1:44-1:45",
            ]
        ),
        RequestReading(
            "HTTPS_PROXY=x curl.exe -d {} https://x/y; echo done",
            [
                "curl POST https://x/y 1:30-1:41",
                "implied application/x-www-form-urlencoded",
                "body 1:27-1:29 {}",
            ]
        ),
    ])
    func readsTheOptionsOfCurl(reading: RequestReading) {
        reading.expect()
    }
}
