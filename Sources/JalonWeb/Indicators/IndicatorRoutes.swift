/// The routes of indicators: all of them, each one with its targets and its measures.
import JalonDomain

let indicatorRoutes: [Route] = [
    .get("/:org/indicators", .member(.read), IndicatorController.list),
    .get("/:org/indicators.csv", .member(.read), IndicatorController.csv),
    .get("/:org/indicators.json", .member(.read), IndicatorController.json),
    .get("/:org/indicators/definitions.csv", .member(.read), IndicatorController.definitions),
    .get("/:org/indicators/new", .member(.editPlan), IndicatorController.new),
    .post("/:org/indicators/new", .member(.editPlan), IndicatorController.add),
    .get("/:org/indicators/due", .member(.reportOnOwn), MeasureController.due),
    .post("/:org/indicators/due", .member(.reportOnOwn), MeasureController.recordDue),
    .get("/:org/indicators/import", .member(.reportOnOwn), MeasureController.start),
    .post("/:org/indicators/import", .member(.reportOnOwn), MeasureController.read),
    .get("/:org/indicators/:indicator", .member(.read), IndicatorController.show),
    .get("/:org/indicators/:indicator/edit", .member(.editPlan), IndicatorController.edit),
    .post("/:org/indicators/:indicator/edit", .member(.editPlan), IndicatorController.save),
    .post("/:org/indicators/:indicator/archive", .member(.editPlan), IndicatorController.archive),
    .post("/:org/indicators/:indicator/restore", .member(.editPlan), IndicatorController.restore),
    .post("/:org/indicators/:indicator/targets", .member(.editPlan), IndicatorController.promise),
    .post("/:org/indicators/:indicator/targets/removal", .member(.editPlan), IndicatorController.withdraw),
    .post("/:org/indicators/:indicator/baseline", .member(.editPlan), IndicatorController.start),
    .post("/:org/indicators/:indicator/measures", .member(.reportOnOwn), MeasureController.record),
]
