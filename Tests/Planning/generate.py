#!/usr/bin/env -S python3 -B
"""Writes a planning instance: generate.py ACTIONS SEED > FILE. The same arguments give the same instance.

Actions of one to three stages whose values spread as impacts do (a few bring most), and half of the days and of the money
that all of them would take: what is to be chosen is what is to be left.
"""
import json
import random
import sys

QUARTERS, CREDIT = 12, 8
LEVELS = [("reflection", [1, 2]), ("experimentation", [2, 3]), ("implementation", [1, 2, 3, 4])]
COSTS = [0, 0, 1000, 2000, 5000, 10_000, 20_000, 40_000]
DAYS = [2, 3, 5, 8, 13, 20]


def instance(count, seed):
    draw = random.Random(seed)
    directions = [f"d{n}" for n in range(5 if count < 50 else 6 if count < 100 else 8 if count < 200 else 10)]
    actions = []
    for ident in range(1, count + 1):
        stages = [
            {
                "level": level,
                "quarters": draw.choice(lengths),
                "effort": {d: draw.choice(DAYS) for d in draw.sample(directions, draw.choice([1, 2]))},
                "cost": draw.choice(COSTS),
            }
            for level, lengths in LEVELS[draw.choice([0, 1, 2]):]
        ]
        actions.append(
            {
                "id": ident,
                "value": round(draw.lognormvariate(2.2, 1.2), 2),
                "stages": stages,
                "after": [draw.randrange(max(1, ident - 15), ident)] if ident > 1 and draw.random() < 0.15 else [],
                "obligation": draw.random() < 0.04,
                "notBefore": draw.choice([1, 2]) if draw.random() < 0.2 else 0,
            }
        )
    effort = {d: sum(s["quarters"] * s["effort"].get(d, 0) for a in actions for s in a["stages"]) for d in directions}
    money = sum(s["cost"] for a in actions for s in a["stages"])
    return {
        "quarters": QUARTERS,
        "creditQuarters": CREDIT,
        "capacity": {d: [max(max(DAYS), effort[d] // 2 // QUARTERS)] * QUARTERS for d in directions},
        "budgetPerYear": [money // 2 * 4 // QUARTERS] * (QUARTERS // 4),
        "actions": actions,
    }


if __name__ == "__main__":
    json.dump(instance(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
