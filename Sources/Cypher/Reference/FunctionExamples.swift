extension FunctionSignature {
  /// A statement that calls the function, on `Reference.graph`.
  public var example: String {
    let implemented = FunctionCatalog.implementedName(of: name)
    let example = (FunctionExamples.all[implemented] ?? "").replacing(implemented + "(", with: name + "(")
    return example.hasPrefix("=") ? "RETURN " + example.dropFirst() + " AS result" : example
  }
}

/// An example for each function of the catalog; what begins with `=` is an expression, everything else a whole statement.
enum FunctionExamples {
  static let all: [String: String] = [
    aggregates, scalars, lists, collections, mathematics, strings, temporals,
  ].reduce(into: [:]) {
    $0.merge($1) { (_, second) in preconditionFailure("two examples for one function: \(second)") }
  }

  private static let aggregates = [
    "avg": "MATCH (p:Place) RETURN avg(p.population) AS mean",
    "collect": "MATCH (p:Person)-[:KNOWS]->(q) WITH p, q ORDER BY q.name RETURN p.name, collect(q.name) AS knows ORDER BY p.name",
    "count": "MATCH (p:Person) RETURN count(*) AS persons, count(p.born) AS withBirthday",
    "max": "MATCH (p:Person) RETURN max(p.born) AS youngest",
    "min": "MATCH (p:Person) RETURN min(p.born) AS oldest",
    "percentileCont": "UNWIND [10, 20, 40, 80] AS x RETURN percentileCont(x, 0.5) AS median",
    "percentileDisc": "UNWIND [10, 20, 40, 80] AS x RETURN percentileDisc(x, 0.5) AS median",
    "stDev": "UNWIND [2, 4, 6] AS x RETURN stDev(x) AS spread",
    "stDevP": "UNWIND [2, 4, 6] AS x RETURN stDevP(x) AS spread",
    "sum": "MATCH (o:Organization) RETURN sum(o.strength) AS soldiers",
  ]

  private static let scalars = [
    "file": "LOAD CSV FROM 'places.csv' AS row RETURN DISTINCT file() AS file",
    "linenumber": "LOAD CSV WITH HEADERS FROM 'places.csv' AS row RETURN row.name, linenumber() AS line",
    "coalesce": "MATCH (p:Person) RETURN p.name, coalesce(p.born.year, 'unknown') AS born ORDER BY p.name",
    "degree": "MATCH (p:Person) RETURN p.name, degree(p, 'KNOWS') AS contacts ORDER BY p.name",
    "all_different": "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) WHERE all_different(a, b, c) RETURN count(*) AS chains",
    "isDestinationOf": "MATCH (p:Person)-[r:KNOWS]-(q) WHERE isDestinationOf(p, r) RETURN DISTINCT p.name ORDER BY p.name",
    "isDirected": "MATCH ()-[r:LEADS]-() RETURN DISTINCT isDirected(r) AS directed",
    "isSourceOf": "MATCH (p:Person)-[r:KNOWS]-(q) RETURN p.name, q.name, isSourceOf(p, r) AS says ORDER BY p.name, q.name",
    "property_exists": "MATCH (p:Person) WHERE NOT property_exists(p, born) RETURN p.name",
    "same": "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN a.name, c.name, same(a, c) AS back ORDER BY a.name, c.name",
    "elementId": "MATCH (p:Place {name: 'Gao'}) RETURN elementId(p) AS id",
    "endNode": "MATCH (:Person)-[r:LEADS]->() RETURN endNode(r).name AS led",
    "exists": "MATCH (p:Person) WHERE NOT exists(p.born) RETURN p.name",
    "id": "MATCH (p:Place {name: 'Gao'}) RETURN id(p) AS id",
    "inDegree": "MATCH (p:Place {name: 'Mali'}) RETURN inDegree(p) AS things",
    "length": "MATCH path = (:Event)-[:LOCATED_IN*2]->(p) RETURN length(path) AS steps LIMIT 1",
    "nullIf": "=[nullIf('unknown', 'unknown'), nullIf('Gao', 'unknown'), 10 / nullIf(0, 0)]",
    "outDegree": "MATCH (e:Event {name: 'talks in Gao'}) RETURN outDegree(e, 'PARTICIPANT') AS participants",
    "properties": "MATCH (p:Place {name: 'Gao'}) RETURN properties(p) AS map",
    "size": "=[size([1, 2, 3]), size('Gao')]",
    "startNode": "MATCH ()-[r:LEADS]->() RETURN startNode(r).name AS leader",
    "toBoolean": "=[toBoolean('TRUE'), toBoolean('maybe')]",
    "toBooleanList": "=toBooleanList(['true', 'no', 0])",
    "toBooleanOrNull": "=[toBooleanOrNull('false'), toBooleanOrNull(1.5)]",
    "toFloat": "=[toFloat('1.5e3'), toFloat(2)]",
    "toFloatList": "=toFloatList(['1.5', 2, 'x'])",
    "toFloatOrNull": "=[toFloatOrNull('1.5'), toFloatOrNull(true)]",
    "toInteger": "=[toInteger('42'), toInteger(2.9)]",
    "toIntegerList": "=toIntegerList(['42', 2.9, 'x'])",
    "toIntegerOrNull": "=[toIntegerOrNull('42'), toIntegerOrNull([])]",
    "toString": "=[toString(1.0), toString(date('2013-03-01'))]",
    "toStringList": "=toStringList([1, true, date('2013-03-01')])",
    "toStringOrNull": "=[toStringOrNull(true), toStringOrNull([])]",
    "type": "MATCH ({name: 'Musa Cissé'})-[r]->(x:Organization) RETURN type(r) AS type, x.name",
    "valueType": "=[valueType(1), valueType('a'), valueType([1, 2])]",
    "randomUUID": "RETURN size(randomUUID()) AS letters",
    "timestamp": "RETURN timestamp() > 1700000000000 AS later",
  ]

  private static let lists = [
    "head": "=head([1, 2, 3])",
    "isEmpty": "=[isEmpty([]), isEmpty('a')]",
    "keys": "MATCH (p:Place {name: 'Gao'}) RETURN keys(p) AS keys",
    "labels": "MATCH (p {name: 'Awa Diallo'}) RETURN labels(p) AS labels",
    "last": "=last([1, 2, 3])",
    "elements": "MATCH path = (:Person {name: 'Musa Cissé'})-[:LEADS]->() RETURN elements(path) AS elements",
    "nodes": "MATCH path = (:Person {name: 'Musa Cissé'})-[:LEADS]->() RETURN [n IN nodes(path) | n.name] AS names",
    "range": "=[range(1, 4), range(10, 0, -5)]",
    "relationships": "MATCH path = ({name: 'Musa Cissé'})-[:LEADS]->() RETURN [r IN relationships(path) | type(r)] AS types",
    "reverse": "=[reverse([1, 2, 3]), reverse('Gao')]",
    "tail": "=tail([1, 2, 3])",
  ]

  private static let collections = [
    "coll.distinct": "=coll.distinct([1, 2, 1, null, null])",
    "coll.flatten": "=[coll.flatten([1, [2, [3]]]), coll.flatten([1, [2, [3]]], 2)]",
    "coll.indexOf": "=[coll.indexOf(['a', 'b'], 'b'), coll.indexOf(['a', 'b'], 'c')]",
    "coll.insert": "=coll.insert(['a', 'c'], 1, 'b')",
    "coll.max": "=coll.max([3, 1, null])",
    "coll.min": "=coll.min([3, 1, null])",
    "coll.remove": "=coll.remove(['a', 'b', 'c'], 1)",
    "coll.sort": "=coll.sort([3, null, 1])",
    "vector.similarity.cosine": "=vector.similarity.cosine([1, 0], [1, 1])",
    "vector.similarity.euclidean": "=vector.similarity.euclidean([1, 0], [1, 1])",
  ]

  private static let mathematics = [
    "abs": "=abs(-3)",
    "acos": "=acos(0.5)",
    "asin": "=asin(0.5)",
    "atan": "=atan(1)",
    "atan2": "=atan2(1, -1)",
    "ceil": "=ceil(1.2)",
    "cos": "=cos(0)",
    "cosh": "=cosh(1)",
    "cot": "=cot(1)",
    "coth": "=coth(1)",
    "degrees": "=degrees(pi())",
    "e": "=e()",
    "exp": "=exp(1)",
    "floor": "=floor(-1.2)",
    "haversin": "=haversin(1)",
    "isNaN": "=isNaN(0.0 / 0.0)",
    "log": "=log(2, 8)",
    "log10": "=log10(1000)",
    "mod": "=[mod(7, 3), mod(-7, 3)]",
    "pi": "=pi()",
    "power": "=power(2, 10)",
    "radians": "=radians(180)",
    "rand": "RETURN 0 <= rand() < 1 AS inside",
    "round": "=[round(2.5), round(3.14159, 2), round(-2.5, 0, 'HALF_EVEN')]",
    "sign": "=[sign(-7), sign(0), sign(0.5)]",
    "sin": "=sin(0)",
    "sinh": "=sinh(1)",
    "sqrt": "=sqrt(2)",
    "tan": "=tan(0)",
    "tanh": "=tanh(1)",
  ]

  private static let strings = [
    "bTrim": "=[bTrim('  Gao '), bTrim('xxGaoyx', 'xy'), trim(LEADING '0' FROM '0042')]",
    "byte_length": "=byte_length('Traoré')",
    "char_length": "=char_length('Traoré')",
    "left": "=left('Kidal', 3)",
    "lTrim": "=[lTrim('  Gao '), lTrim('0042', '0')]",
    "normalize": "=[size(normalize('Traoré', NFD)), normalize('ﬁle', NFKC)]",
    "replace": "=replace('Abou Zeid', 'Abou', 'Abu')",
    "right": "=right('Kidal', 2)",
    "rTrim": "=[rTrim(' Gao  '), rTrim('Gao...', '.')]",
    "split": "=split('Gao, Kidal, Mopti', ', ')",
    "substring": "=[substring('Timbuktu', 3), substring('Timbuktu', 0, 3)]",
    "toLower": "=toLower('GAO')",
    "toUpper": "=toUpper('Cissé')",
    "trim": "=trim('  Gao  ')",
  ]

  private static let temporals = [
    "date": "=[date('2013-02-22'), date({year: 2013, week: 8, dayOfWeek: 5}), date('2013-053')]",
    "date.truncate": "=[date.truncate('month', date('2013-02-22')), date.truncate('week', date('2013-02-22'))]",
    "date.realtime": "RETURN date.realtime() >= date('2024-01-01') AS later",
    "date.statement": "RETURN date.statement() >= date('2024-01-01') AS later",
    "date.transaction": "RETURN date.transaction() = date() AS same",
    "datetime": "=[datetime('2013-02-22T14:30+01:00'), datetime({year: 2013, month: 7, timezone: 'Europe/Paris'})]",
    "datetime.truncate": "=datetime.truncate('hour', datetime('2013-02-22T14:35:10Z'), {minute: 30})",
    "datetime.realtime": "RETURN datetime.realtime('Africa/Bamako').timezone AS zone",
    "datetime.statement": "RETURN datetime.statement() = datetime() AS same",
    "datetime.transaction": "RETURN datetime.transaction() <= datetime.realtime() AS earlier",
    "datetime.fromepoch": "=datetime.fromepoch(1361543400, 0)",
    "datetime.fromepochmillis": "=datetime.fromepochmillis(1361543400500)",
    "localdatetime": "=[localdatetime('2013-02-22T14:30'), localdatetime({date: date('2013-02-22'), hour: 6})]",
    "localdatetime.truncate": "=localdatetime.truncate('day', localdatetime('2013-02-22T14:35:10'))",
    "localdatetime.realtime": "RETURN localdatetime.realtime() > localdatetime('2024-01-01') AS later",
    "localdatetime.statement": "RETURN localdatetime.statement() = localdatetime() AS same",
    "localdatetime.transaction": "RETURN localdatetime.transaction() > localdatetime('2024-01-01') AS later",
    "localtime": "=[localtime('14:30'), localtime({hour: 6, minute: 5})]",
    "localtime.truncate": "=localtime.truncate('minute', localtime('14:35:10'))",
    "localtime.realtime": "RETURN localtime.realtime().hour < 24 AS fits",
    "localtime.statement": "RETURN localtime.statement() = localtime() AS same",
    "localtime.transaction": "RETURN localtime.transaction().hour < 24 AS fits",
    "time": "=[time('14:30+01:00'), time({hour: 6, timezone: '+00:00'})]",
    "time.truncate": "=time.truncate('hour', time('14:35:10Z'))",
    "time.realtime": "RETURN time.realtime('+01:00').offset AS offset",
    "time.statement": "RETURN time.statement() = time() AS same",
    "time.transaction": "RETURN time.transaction().hour < 24 AS fits",
    "duration": "=[duration('P1Y2M10DT2H30M'), duration({days: 1.5})]",
    "format": "=[format(date('2013-02-22'), 'EEEE, d MMMM yyyy'), format(duration('PT90M'), 'H \\'h\\' mm')]",
    "duration.between": "=duration.between(date('2013-02-22'), date('2013-05-01'))",
    "duration.inDays": "=duration.inDays(date('2013-02-22'), date('2013-05-01')).days",
    "duration.inMonths": "=duration.inMonths(date('2013-02-22'), date('2013-05-01')).months",
    "duration.inSeconds": "=duration.inSeconds(localtime('06:00'), localtime('14:30'))",
  ]
}
