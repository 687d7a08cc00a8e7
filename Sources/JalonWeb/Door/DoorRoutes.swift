/// The routes that stand before any organisation: first start, signing in and out, the account, what everyone may read.

let doorRoutes: [Route] = [
    .get("/", .everyone, DoorController.home),
    .get("/health", .everyone, DoorController.health),
    .post("/language", .everyone, DoorController.changeLanguage),
    .get("/setup/:token", .everyone, SetupController.show),
    .post("/setup/:token", .everyone, SetupController.setUp),
    .get("/sign-in", .everyone, SignInController.show),
    .post("/sign-in", .everyone, SignInController.signIn),
    .post("/sign-out", .everyone, SignInController.signOut),
    .get("/account/password", .account, AccountController.show),
    .post("/account/password", .account, AccountController.changePassword),
    .get("/help", .everyone, HelpController.help),
    .get("/accessibility", .everyone, HelpController.accessibility),
    .get("/privacy", .everyone, HelpController.privacy),
]
