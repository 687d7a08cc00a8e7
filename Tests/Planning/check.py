#!/usr/bin/env -S python3 -B
"""Checks an answer against its planning instance: check.py INSTANCE ANSWER. Exits 1 with what is wrong."""
import json
import sys

TOLERANCE = 1e-6


def exceeds(amount, limit):
    return amount > limit + TOLERANCE * max(1.0, abs(limit))


def check(instance, answer):
    wrong = []
    quarters, actions = instance["quarters"], {a["id"]: a for a in instance["actions"]}
    closed = set(instance.get("closed") or [])
    starts = {}
    for key, value in answer["starts"].items():
        if int(key) not in actions:
            wrong.append(f"action {key} is not in the instance")
        elif not all(isinstance(q, int) and not isinstance(q, bool) for q in value):
            wrong.append(f"action {key}: starts {value} are not whole quarters")
        else:
            starts[int(key)] = value

    used = {d: [0.0] * quarters for d in instance["capacity"]}
    paid = [0.0] * len(instance["budgetPerYear"])
    ends, value = {}, 0.0
    for ident, action in actions.items():
        stages, own = action["stages"], starts.get(ident, [])
        begun = bool(action.get("begun"))
        if len(own) > len(stages):
            wrong.append(f"action {ident}: {len(own)} starts for {len(stages)} stages")
            continue
        if action.get("excluded") and own:
            wrong.append(f"action {ident} is excluded and starts")
        if (action.get("obligation") or begun) and not own:
            wrong.append(f"action {ident} is an obligation and does not start")
        free = 0
        for k, (stage, start) in enumerate(zip(stages, own)):
            running_already = begun and k == 0
            if not 0 <= start < quarters:
                wrong.append(f"action {ident}: stage {k} starts in quarter {start}, outside 0…{quarters - 1}")
                continue
            if start < free:
                wrong.append(f"action {ident}: stage {k} starts in quarter {start}, the previous ends in {free}")
            if running_already and start != 0:
                wrong.append(f"action {ident} has begun and starts in quarter {start}")
            if not running_already and start in closed:
                wrong.append(f"action {ident}: stage {k} starts in the closed quarter {start}")
            if k == 0 and not begun:
                if start < (action.get("notBefore") or 0):
                    wrong.append(f"action {ident} starts in quarter {start}, before {action['notBefore']}")
                if action.get("notAfter") is not None and start > action["notAfter"]:
                    wrong.append(f"action {ident} starts in quarter {start}, after {action['notAfter']}")
            free = start + stage["quarters"]
            for q in range(start, min(free, quarters)):
                for direction, days in stage["effort"].items():
                    used[direction][q] += days
            paid[start // 4] += stage["cost"]
        if len(own) == len(stages):
            ends[ident] = free
            if free <= quarters:
                value += action["value"] * ((quarters - free) + (instance.get("creditQuarters") or 0))

    for ident in ends:
        for before in actions[ident].get("after") or []:
            if before not in ends:
                wrong.append(f"action {ident} ends its stages without action {before}")
            elif starts[ident][-1] < ends[before]:
                wrong.append(f"action {ident}: last stage starts in {starts[ident][-1]}, action {before} ends in {ends[before]}")
    for direction, days in used.items():
        for q in range(quarters):
            if exceeds(days[q], instance["capacity"][direction][q]):
                wrong.append(f"{direction}, quarter {q}: {days[q]} days of {instance['capacity'][direction][q]}")
    for year, euros in enumerate(paid):
        if exceeds(euros, instance["budgetPerYear"][year]):
            wrong.append(f"year {year}: {euros} euros of {instance['budgetPerYear'][year]}")

    for name, stated in (("value", answer.get("value")),):
        if stated is not None and abs(stated - value) > 1e-6 * max(1.0, abs(value)):
            wrong.append(f"{name} {stated} is stated, the plan is worth {value}")
    bound = answer.get("bound")
    if bound is not None and value > bound + 1e-6 * max(1.0, abs(bound)):
        wrong.append(f"the plan is worth {value}, more than its bound {bound}")
    return wrong, value


def main():
    with open(sys.argv[1]) as first, open(sys.argv[2]) as second:
        wrong, value = check(json.load(first), json.load(second))
    for line in wrong:
        print(line)
    print(f"{'infeasible' if wrong else 'feasible'}, value {value:.6f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
