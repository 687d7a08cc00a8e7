/// The table of routes: each declares what it needs, and a test walks them all with every role and with nobody.
import HTTPTypes

package let routes: [Route] =
    doorRoutes
    + planRoutes
    + versionRoutes
    + publicationRoutes
    + actionRoutes
    + actionLifeRoutes
    + listRoutes
    + guideRoutes
    + qualityRoutes
    + viewRoutes
    + importRoutes
    + templateRoutes
    + settingsRoutes
    + committeeRoutes
    + indicatorRoutes
    + gainRoutes
    + scenarioRoutes
    + planningRoutes
    + rankingRoutes
    + roadmapRoutes

/// What an address answers to, for a method that it does not; nothing for an address of no route.
///
/// Told from this table alone, before anyone or anything is looked for: a stranger reads there what a member does, whether or not the
/// organisation or the plan of the address exists.
func otherMethods(than method: HTTPRequest.Method, at path: String) -> [HTTPRequest.Method] {
    var methods = Set(routes.filter { $0.matches(path) }.map(\.method))
    if methods.contains(.get) { methods.insert(.head) }
    return methods.contains(method) ? [] : methods.sorted { $0.rawValue < $1.rawValue }
}
