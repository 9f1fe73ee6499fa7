/// A value of the openCypher type system: what a property holds, an expression yields and a record carries.
///
/// The case says the type; `null` belongs to every type. Equality, comparability, orderability and equivalence are four
/// different relations in openCypher (CIP2016-06-14) and stand in files of their own; `Value` is therefore not `Equatable`
/// – say which relation you mean.
///
/// Layout: 17 bytes, stride 24. Copying one costs some 20 ns when it holds a reference, so hot loops run over `Vector`s
/// and values appear only at the edges.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map(PropertyMap)
  case node(Node)
  case relationship(Relationship)
  case path(Path)
  case date(CalendarDate)
  case localTime(LocalTime)
  case time(ZonedTime)
  case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)
}
