"""A plan of many actions: one that Jalon wrote itself, copied with other values, journal included."""

import datetime
import random
import unicodedata

VERBS = ("Allonger", "Mesurer", "Réduire", "Former", "Publier", "Réemployer", "Mutualiser", "Éteindre", "Auditer", "Alléger", "Négocier", "Suivre")
THINGS = (
    "la durée de vie des postes de travail", "la consommation électrique des salles serveurs", "le nombre d’écrans par agent",
    "les équipes de développement à l’écoconception", "la déclaration d’accessibilité du portail", "les téléphones des élus",
    "les imprimantes des sites distants", "les services numériques sans usage", "les achats de matériel reconditionné",
    "les sauvegardes conservées trop longtemps", "les visioconférences du comité", "les contrats d’hébergement",
)
PLACES = ("dans les services techniques", "au siège", "dans les écoles", "avec les communes membres", "à la direction des achats", "sur tous les sites")

FIRST, LAST = datetime.date(2025, 6, 1), datetime.date(2028, 12, 31)
LEVELS = ("reflection", "experimentation", "implementation")
PROGRESS = ("toDo", "inProgress", "done")


def folded(text):
    """As `String.folded`, for the letters used here."""
    text = text.replace("’", "'").replace("œ", "oe")
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def copies(database, table, where, values):
    """Rows of a table like the ones found, with other values in some columns."""
    names = columns(database, table)
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    models = [dict(zip(names, row)) for row in database.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {where}")]
    for change in values:
        for model in models:
            database.execute(statement, [(model | change)[name] for name in names])


def follow(database, count):
    """Makes `count` indicators out of indicator 1: one in ten strategic."""
    numbers = range(2, count + 1)
    rows = [{"number": n, "name": f"Indicateur {n}", "name_key": f"indicateur {n}", "level": "operational" if n % 10 else "strategic"} for n in numbers]
    copies(database, "indicator", "organisation_id = 1 AND number = 1", rows)
    for table in ("indicator_target", "indicator_action"):
        # Each follows an action of its own.
        change = (lambda n: {"indicator": n, "action": n}) if table == "indicator_action" else (lambda n: {"indicator": n})
        copies(database, table, "organisation_id = 1 AND indicator = 1", [change(n) for n in numbers])
    database.commit()


def measures(count, months):
    """A table of the measures of `count` indicators, the last days of that many months before 2026."""
    days = [datetime.date(2026 - (back + 11) // 12, 12 - (back + 11) % 12, 1) for back in range(months, 0, -1)]
    days = [(day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1) for day in days]
    lines = [f"{n};{day};{100 + n % 50 + place * 3.5:.1f};Inventaire".replace(".", ",") for n in range(1, count + 1) for place, day in enumerate(days)]
    return "n°;date;valeur;source\n" + "\n".join(lines) + "\n"


def fill(database, count):
    """Makes `count` actions of plan 1 out of its action 1."""
    chance = random.Random(20260101)
    axes = [row[0] for row in database.execute("SELECT number FROM axis WHERE organisation_id = 1 AND plan = 1 ORDER BY number")]
    practices = [row[0] for row in database.execute("SELECT id FROM practice WHERE organisation_id = 1 ORDER BY position")]
    next_party = database.execute("SELECT MAX(id) + 1 FROM party WHERE organisation_id = 1").fetchone()[0]
    next_entry = database.execute("SELECT MAX(id) + 1 FROM journal WHERE organisation_id = 1").fetchone()[0]

    units = [f"Direction {index + 1}" for index in range(8)]
    for index, name in enumerate(units):
        database.execute(
            "INSERT INTO party (organisation_id, id, kind, name, name_key, has_piloted) VALUES (1, ?, 'unit', ?, ?, 0)",
            (next_party + index, name, folded(name)))
    first_unit, next_party = next_party, next_party + len(units)

    pilots = []
    for index in range(40):
        name = f"Responsable du pôle {index + 1}"
        database.execute(
            "INSERT INTO party (organisation_id, id, kind, name, name_key, unit_id, has_piloted) VALUES (1, ?, 'position', ?, ?, ?, 1)",
            (next_party + index, name, folded(name), first_unit + index % len(units)))
        pilots.append((next_party + index, name, units[index % len(units)]))

    for number in range(2, count + 1):
        level, progress = chance.randrange(3), chance.choice((0, 0, 1, 1, 1, 2))
        pilot, pilot_name, unit = chance.choice(pilots) if chance.random() < 0.92 else (None, None, None)
        due = str(FIRST + datetime.timedelta(days=chance.randrange((LAST - FIRST).days))) if chance.random() < 0.95 else None
        axis = chance.choice(axes)
        closed = level == 2 and progress == 2
        percent = chance.randrange(5, 100, 5) if progress == 1 else None
        started = "2025-09-01" if progress else None
        done = "2025-10-01" if progress == 2 else None
        label = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}"
        search = folded("\n".join([label, "", pilot_name or ""]))
        here = {"action": number}
        copies(database, "action", "organisation_id = 1 AND plan = 1 AND number = 1", [{
            "number": number, "version": 1, "label": label, "axis": axis, "implemented_on": done if closed else None, "level": level,
            "progress": progress, "percent": percent, "pilot_id": pilot, "baseline": due, "due": due, "priority": chance.randrange(3),
            "awaits_decision": progress == 2 and not closed, "stopped": False, "closed": closed,
            "due_key": ("z" if closed else "") + (due or "9999"), "label_key": folded(label)[:120],
            "pilot_key": folded(pilot_name)[:120] if pilot_name else "~", "axis_key": axis,
            "direction_key": folded(unit) if unit else "~", "search": search}])
        copies(database, "stage", "organisation_id = 1 AND plan = 1 AND action = 1", [here | {
            "level": LEVELS[level], "progress": PROGRESS[progress], "percent": percent, "pilot_id": pilot, "baseline": due,
            "forecast": due, "started_on": started, "done_on": done, "deliverable": "Étude", "method": "Entretiens", "result": "Un constat"}])
        copies(database, "action_practice", "organisation_id = 1 AND plan = 1 AND action = 1", [here | {"practice": chance.choice(practices)}])
        copies(database, "action_line", "organisation_id = 1 AND plan = 1 AND action = 1", [here])
        if level == 1:
            database.execute(
                "INSERT INTO action_party (organisation_id, plan, action, stage, part, position, party_id) VALUES (1, 1, ?, 0, 'perimeter', 0, ?)",
                (number, pilots[0][0]))
        copies(database, "journal", "organisation_id = 1 AND subject = 'action 1/1'", [here | {
            "id": next_entry + number, "subject": f"action 1/{number}"}])
    database.commit()
