/// Vertices waiting to be looked at, first come, first served; each is in the queue once at most.
struct VertexQueue: ~Copyable {
  private let vertices: UnsafeMutablePointer<UInt32>
  private let isQueued: UnsafeMutablePointer<Bool>
  private let capacity: Int
  private var first = 0
  private(set) var count: Int

  /// With the vertices below `vertexCount`, ascending.
  init(ofAll vertexCount: Int) {
    capacity = vertexCount
    count = vertexCount
    vertices = .allocate(capacity: vertexCount)
    for vertex in 0..<vertexCount { (vertices + vertex).initialize(to: UInt32(vertex)) }
    isQueued = .allocate(capacity: vertexCount)
    isQueued.initialize(repeating: true, count: vertexCount)
  }

  deinit {
    vertices.deallocate()
    isQueued.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  /// Takes the vertex that has waited longest; there must be one.
  @inline(__always)
  mutating func removeFirst() -> Int {
    let vertex = Int(vertices[first])
    first = first &+ 1 == capacity ? 0 : first &+ 1
    count &-= 1
    isQueued[vertex] = false
    return vertex
  }

  /// Adds a vertex, unless it is waiting already.
  @inline(__always)
  mutating func append(_ vertex: UInt32) {
    guard !isQueued[Int(vertex)] else { return }
    isQueued[Int(vertex)] = true
    let place = first &+ count
    vertices[place >= capacity ? place &- capacity : place] = vertex
    count &+= 1
  }
}
