/// The table of routes: each declares what it needs, and a test walks them all with every role and with nobody.

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
