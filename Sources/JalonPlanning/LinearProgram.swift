// A linear program in Clp: the greatest value, rows and columns added as they are found. Used by one thread. Clp minimises:
// the signs change here.

import CClp

final class LinearProgram {
    private let model: UnsafeMutableRawPointer
    private(set) var rowCount = 0
    private(set) var columnCount = 0
    /// Since the beginning.
    private(set) var iterations = 0

    enum Outcome {
        case optimal, infeasible, interrupted, failed
    }

    struct Row {
        var lower: Double
        var upper: Double
        var columns: [Int32] = []
        var factors: [Double] = []
    }

    struct Column {
        var value: Double
        var upper = Double.infinity
        var rows: [Int32] = []
        var factors: [Double] = []
    }

    init() {
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
    }

    deinit {
        Clp_deleteModel(model)
    }

    func add(_ rows: [Row]) {
        guard !rows.isEmpty else { return }
        var starts: [CoinBigIndex] = [0]
        for row in rows { starts.append(starts[starts.count - 1] + CoinBigIndex(row.columns.count)) }
        Clp_addRows(
            model, CInt(rows.count), rows.map(\.lower), rows.map(\.upper), starts, rows.flatMap(\.columns), rows.flatMap(\.factors))
        rowCount += rows.count
    }

    func add(_ columns: [Column]) {
        guard !columns.isEmpty else { return }
        var starts: [CoinBigIndex] = [0]
        for column in columns { starts.append(starts[starts.count - 1] + CoinBigIndex(column.rows.count)) }
        Clp_addColumns(
            model, CInt(columns.count), Array(repeating: 0, count: columns.count), columns.map(\.upper), columns.map { -$0.value }, starts,
            columns.flatMap(\.rows), columns.flatMap(\.factors))
        columnCount += columns.count
    }

    func removeRows(_ rows: [Int]) {
        guard !rows.isEmpty else { return }
        Clp_deleteRows(model, CInt(rows.count), rows.map { CInt($0) })
        rowCount -= rows.count
    }

    func setUpper(_ bounds: [Double]) {
        Clp_chgColumnUpper(model, bounds)
    }

    func setRowLower(_ bounds: [Double]) {
        Clp_chgRowLower(model, bounds)
    }

    /// From the basis of the last time, in slices of iterations after each of which `shouldStop` is asked.
    func solve(dual: Bool, atMost limit: Int = .max, shouldStop: () -> Bool) -> Outcome {
        let begin = iterations
        while true {
            let slice = min(500 + rowCount, limit - (iterations - begin))
            Clp_setMaximumIterations(model, CInt(slice))
            Clp_setNumberIterations(model, 0)
            _ = dual ? Clp_dual(model, 0) : Clp_primal(model, 0)
            iterations += max(1, Int(Clp_numberIterations(model)))
            switch Clp_status(model) {
            case 0: return .optimal
            case 1: return .infeasible
            case 3:
                if iterations - begin >= limit || shouldStop() { return .interrupted }
            default: return .failed
            }
        }
    }

    var value: Double { -Clp_objectiveValue(model) }
    var solution: [Double] { Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: columnCount)) }
    /// What one more unit of each row's limit brings.
    var duals: [Double] { UnsafeBufferPointer(start: Clp_getRowPrice(model), count: rowCount).map { -$0 } }
    /// Where a solution starts from: of columns and of rows. What has been added since is out of the basis, or loose.
    struct Basis {
        var columns: [UInt8]
        var rows: [UInt8]
    }

    var basis: Basis {
        let states = UnsafeBufferPointer(start: Clp_statusArray(model), count: rowCount + columnCount)
        return Basis(columns: Array(states[..<columnCount]), rows: Array(states[columnCount...]))
    }

    func start(from basis: Basis) {
        let newColumns = [UInt8](repeating: 3, count: max(0, columnCount - basis.columns.count))
        let newRows = [UInt8](repeating: 1, count: max(0, rowCount - basis.rows.count))
        Clp_copyinStatus(model, basis.columns + newColumns + basis.rows + newRows)
    }
}
