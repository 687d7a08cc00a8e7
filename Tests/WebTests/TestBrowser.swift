// A browser for the tests: keeps its cookies, and sends forms with the token that a page would have given it.

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Logging
import NIOCore
import Testing

extension Workspace {
    static let plainConfiguration = WebConfiguration(host: "127.0.0.1", port: 0, publicURL: nil, trustsProxy: false)

    /// The whole application, asked without a network.
    func visit<Value: Sendable>(
        _ configuration: WebConfiguration = plainConfiguration,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        var quiet = Logger(label: "tests")
        quiet.logLevel = .critical
        return try await makeApplication(self, configuration, logger: quiet).test(.router) { try await body($0) }
    }
}

extension Sample {
    func visit<Value: Sendable>(
        _ configuration: WebConfiguration = Workspace.plainConfiguration,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await workspace.visit(configuration, body)
    }
}

struct TestBrowser {
    let client: any TestClientProtocol
    var cookies: [String: String]

    /// Signed in with a session's token; or nobody, who has been here before.
    init(_ client: any TestClientProtocol, session: String?) {
        self.client = client
        cookies = session.map { ["jalon_session": $0] } ?? ["jalon_visit": "someone-who-knocks"]
    }

    /// What this browser's pages carry in their forms.
    var formToken: String { FormToken.issue(for: cookies["jalon_session"] ?? cookies["jalon_visit"] ?? "") }

    @discardableResult
    mutating func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers, body: nil)
    }

    @discardableResult
    mutating func post(_ path: String, _ fields: [(String, String)] = [], token: String? = nil, _ headers: HTTPFields = [:]) async throws
        -> TestResponse
    {
        // A browser sends empty fields too, which an address leaves out.
        let pairs = ([("token", token ?? formToken)] + fields).map { name, value in
            value.isEmpty ? "\(name)=" : String(Query(dictionaryLiteral: (name, value)).suffix.dropFirst())
        }
        let body = ByteBuffer(string: pairs.joined(separator: "&"))
        var form = headers
        form[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, form, body: body)
    }

    /// As a browser sends a form with a file.
    mutating func send(
        _ path: String, file: [UInt8], named name: String, as field: String = "file", _ fields: [(String, String)] = [],
        token: String? = nil
    ) async throws -> TestResponse {
        let mark = "----formulaire-7f3a"
        var body = ByteBuffer()
        for (name, value) in [("token", token ?? formToken)] + fields {
            body.writeString("--\(mark)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString(
            "--\(mark)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n")
        body.writeBytes(file)
        body.writeString("\r\n--\(mark)--\r\n")
        return try await send(.post, path, [.contentType: "multipart/form-data; boundary=\(mark)"], body: body)
    }

    mutating func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: ByteBuffer?) async throws -> TestResponse
    {
        var headers = headers
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let response = try await client.executeRequest(uri: path, method: method, headers: headers, body: body)
        for cookie in response.headers[values: .setCookie] {
            let pair = (cookie.split(separator: ";").first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
        }
        return response
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String { headers[.location] ?? "" }
}
