"""The pages to walk, role by role: those of JalonWeb's tables of routes that answer a GET."""


def signed_out():
    public = "/public/valmont/plans/1"
    return ["/sign-in", "/help", "/accessibility", "/privacy", public, f"{public}/actions/1", f"{public}?language=en"]


def of_everyone(slug, plan, action, unit, person):
    """What all roles read; `unit` and `person` carry something."""
    organisation = f"/{slug}"
    plan = f"{organisation}/plans/{plan}"
    return [
        "/account",
        "/account/email",
        "/account/password",
        f"{organisation}/mine",
        f"{organisation}/plans",
        plan,
        f"{plan}/quality",
        f"{plan}/quality?rule=withoutEvidence",
        f"{plan}/actions",
        f"{plan}/actions?late=1",
        f"{plan}/actions?q=zzzz",
        f"{plan}/actions?group=direction&columns=level.direction.baseline.due.impact",
        f"{plan}/actions?columns=level.progress.due.indicator",
        f"{plan}/views",
        f"{plan}/actions/{action}",
        f"{plan}/actions/{action}/objectives",
        f"{plan}/actions/9/gains",
        f"{plan}/actions/15/gains",
        f"{plan}/gains",
        f"{organisation}/factors",
        f"{plan}/actions/{action}/needs",
        f"{plan}/means",
        f"{plan}/board",
        f"{plan}/board?by=progress&late=1",
        f"{plan}/calendar",
        f"{plan}/calendar?quarter=2026-Q2",
        f"{plan}/calendar?year=2026",
        f"{organisation}/directory",
        f"{organisation}/units/{unit}",
        f"{organisation}/people/{person}",
        f"{organisation}/search",
        f"{organisation}/search?q=poste",
        f"{plan}/committees",
        f"{plan}/committees/1",
        f"{plan}/committees/1/meetings/1",
        f"{plan}/committees/1/meetings/1/minutes",
        f"{plan}/committees/1/meetings/4/pack",
        f"{organisation}/feeds",
        f"{organisation}/indicators",
        f"{organisation}/indicators?status=atRisk&level=strategic",
        f"{organisation}/indicators?q=zzzz",
        f"{organisation}/indicators?by=theme",
        f"{organisation}/indicators?by=direction&plan=1",
        f"{organisation}/indicators/1",
        f"{organisation}/indicators/22",
        f"{organisation}/indicators/24",
        f"{organisation}/indicators/26",
        f"{plan}/committees/1/meetings/3",
        f"{plan}/committees/1/meetings/4",
        f"{plan}/committees/1/meetings/5",
        f"{plan}/versions",
        f"{plan}/versions/1",
        f"{plan}/versions/2/actions/{action}",
        f"{plan}/changes?from=1&to=2",
        f"{plan}/changes?kind=redated",
        f"{plan}/slippage",
        f"{organisation}/lessons",
        f"{organisation}/lessons?q=zzzz",
        f"{plan}/coverage",
        f"{plan}/coverage?priority=priority",
        f"{organisation}/assessment",
        f"{organisation}/assessment/a",
        f"{organisation}/assessment/g",
        f"{organisation}/catalogues",
        f"{organisation}/catalogues/1",
        f"{organisation}/catalogues/1/practices/a.2",
        f"{organisation}/catalogues/1/diff/1",
    ]


def of_administration(slug):
    settings = f"/{slug}/settings"
    return [
        settings,
        f"{settings}/quality",
        f"{settings}/organisation",
        f"{settings}/directory",
        f"{settings}/directory?kind=position",
        f"{settings}/directory?kind=person",
        f"{settings}/directory/1",
        f"{settings}/directory/2",
        f"{settings}/members",
        f"{settings}/messages",
        f"{settings}/messages/1",
        f"{settings}/invitations",
    ]


def of_links(site):
    """What one-time links open: an invitation, and a new password for whom no check signs in as."""
    invitation = site.link("user", "invite", "lou@valmont.example", "--name", "Lou Amar", "--role", "lecture")
    return [invitation, site.link("user", "reset", "fatou.niang@valmont.example")]


def of_coordination(slug, plan, action, awaiting):
    """What coordinators fill; `awaiting` is an action that awaits its decision."""
    organisation = f"/{slug}"
    plan = f"{organisation}/plans/{plan}"
    return [
        f"{organisation}/journal",
        f"{plan}/publication",
        f"{plan}/publication/preview",
        f"{organisation}/templates",
        f"{organisation}/templates?archived=1",
        f"{organisation}/settings",
        f"{organisation}/settings/directory",
        f"{organisation}/catalogues/import",
        f"{organisation}/plans/new",
        f"{plan}/edit",
        f"{plan}/axes",
        f"{plan}/edition",
        f"{plan}/life",
        f"{plan}/journal",
        f"{plan}/build",
        f"{plan}/build?theme=a",
        f"{plan}/build?tick=assessment",
        f"{plan}/actions?tick=all",
        f"{plan}/actions/bulk?action={action}&action={awaiting}",
        f"{plan}/actions/bulk/preview?all=?&tags=bilan&move=months&due=2&reason=Report",
        f"{plan}/bulk",
        f"{plan}/bulk/1",
        f"{plan}/views/1",
        f"{plan}/views/1/delete",
        f"{organisation}/indicators/new",
        f"{organisation}/indicators/new?name=Dur%C3%A9e+de+vie+%28en+mois%29&plan=1&action={action}",
        f"{organisation}/indicators/due?all=1",
        f"{organisation}/indicators/import",
        f"{organisation}/indicators/1/edit",
        f"{plan}/committees/1/meetings/3/decisions",
        f"{plan}/committees/1/meetings/3/attendance",
        f"{plan}/committees/1/meetings/3/minutes",
        f"{plan}/committees/1/meetings/5/agenda",
        f"{plan}/committees/1/meetings/5/edit",
        f"{plan}/committees/new",
        f"{plan}/committees/1/edit",
        f"{plan}/committees/1/calendar",
        f"{plan}/import",
        f"{plan}/actions/new",
        f"{plan}/actions/{action}/edit",
        f"{plan}/actions/{action}/stage",
        f"{plan}/actions/{action}/path",
        f"{plan}/actions/18/needs",
        f"{plan}/needs",
        f"{plan}/needs?axis=1",
        f"{plan}/actions/{action}/archive",
        f"{plan}/actions/{action}/template",
        f"{plan}/actions/{action}/journal",
        f"{plan}/actions/{action}/notes",
        f"{plan}/actions/{action}/links",
        f"{plan}/actions/{action}/copy",
        f"{plan}/actions/{action}/split",
        f"{plan}/actions/{action}/merge",
        f"{plan}/actions/{action}/merge?with={awaiting}",
        f"{plan}/actions?archived=1",
        f"{plan}/actions/{awaiting}",
        f"{plan}/actions/{awaiting}/decision",
    ]
