/// The seed of a random test: printed by the test when it fails, and fixed so that a run can be repeated.
func seeds(_ count: Int) -> [UInt64] { (1...UInt64(count)).map { $0 &* 0x1234_5678_9ABC_DEF1 } }
