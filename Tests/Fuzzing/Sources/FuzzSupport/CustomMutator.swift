import CFuzzer

// The two functions that libFuzzer looks for by name.

/// Mostly a change of tokens, now and then one of bytes; the new size.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maxSize: Int, _ seed: UInt32) -> Int {
  var random = FuzzRandom(seed: seed)
  if random.chance(12) { return LLVMFuzzerMutate(data, size, maxSize) }
  var mutation = TokenMutation(Array(UnsafeBufferPointer(start: data, count: size)), random: random)
  mutation.run()
  return write(mutation.bytes, to: data, maxSize)
}

/// A part of the second input in the first; the size of what is written to `out`.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func cross(
  _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ maxSize: Int, _ seed: UInt32
) -> Int {
  var mutation = TokenMutation(
    Array(UnsafeBufferPointer(start: first, count: firstSize)), random: FuzzRandom(seed: seed))
  mutation.cross(with: Array(UnsafeBufferPointer(start: second, count: secondSize)))
  return write(mutation.bytes, to: out, maxSize)
}

private func write(_ bytes: [UInt8], to data: UnsafeMutablePointer<UInt8>, _ maxSize: Int) -> Int {
  let size = min(bytes.count, maxSize)
  for index in 0..<size { data[index] = bytes[index] }
  return size
}
