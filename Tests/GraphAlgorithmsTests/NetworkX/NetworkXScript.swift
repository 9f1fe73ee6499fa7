/// What networkx is asked about each graph: a Python program that reads graphs as JSON from its standard input and writes what
/// networkx says of them to its standard output. It ends with 3 where networkx is absent.
let networkXScript = #"""
  import json, sys, warnings
  try:
      import networkx as nx
  except ImportError:
      sys.exit(3)
  warnings.simplefilter("ignore")

  def build(case, kind):
      graph = kind()
      graph.add_nodes_from(range(case["count"]))
      for source, target, weight in case["relationships"]:
          graph.add_edge(source, target, weight=weight)
      return graph

  def merged(case, kind, merge):
      graph = kind()
      graph.add_nodes_from(range(case["count"]))
      for source, target, weight in case["relationships"]:
          if source == target:
              continue
          if graph.has_edge(source, target):
              weight = merge(graph[source][target]["weight"], weight)
          graph.add_edge(source, target, weight=weight)
      return graph

  def column(values, count):
      return [float(values[vertex]) for vertex in range(count)]

  def smallest(groups, count):
      names = [0] * count
      for group in groups:
          for vertex in group:
              names[vertex] = min(group)
      return names

  def walk(graph, **options):
      return nx.pagerank(graph, max_iter=1000, tol=1e-13, **options)

  def lengths(graph, weight):
      if weight is None:
          found = nx.all_pairs_shortest_path_length(graph)
      else:
          found = nx.all_pairs_dijkstra_path_length(graph, weight=weight)
      return sorted([s, t, float(d)] for s, row in found for t, d in row.items() if s != t)

  def best(graph, source, target, weight, count):
      found = []
      try:
          for path in nx.shortest_simple_paths(graph, source, target, weight=weight):
              found.append(float(len(path) - 1 if weight is None else nx.path_weight(graph, path, weight)))
              if len(found) == count:
                  break
      except nx.NetworkXNoPath:
          pass
      return found

  def centralities(case, graph, lightest, answer):
      count = case["count"]
      outward = lightest.reverse() if case["isDirected"] else lightest
      degree = graph.out_degree if case["isDirected"] else graph.degree
      answer["degree"] = column(dict(degree()), count)
      answer["strength"] = column(dict(degree(weight="weight")), count)
      answer["pageRank"] = column(walk(graph, weight=None), count)
      answer["weightedPageRank"] = column(walk(graph, weight="weight"), count)
      origins = {vertex: 1 for vertex in case["origins"]}
      answer["personalPageRank"] = column(walk(graph, weight="weight", personalization=origins), count)
      for name, weight in [("plain", None), ("weighted", "weight")]:
          answer[name + "Betweenness"] = column(nx.betweenness_centrality(lightest, weight=weight, normalized=False), count)
          answer[name + "Closeness"] = column(nx.closeness_centrality(outward, distance=weight), count)
          answer[name + "Harmonic"] = column(nx.harmonic_centrality(outward, distance=weight), count)
          answer[name + "Lengths"] = lengths(graph, weight)
      summed = merged(case, nx.Graph, lambda a, b: a + b)
      if nx.is_connected(summed):
          answer["eigenvector"] = column(nx.eigenvector_centrality(summed, max_iter=100000, tol=1e-13, weight="weight"), count)

  def structure(case, graph, simple, answer):
      count = case["count"]
      answer["components"] = smallest(nx.connected_components(simple), count)
      if case["isDirected"]:
          answer["strongComponents"] = smallest(nx.strongly_connected_components(graph), count)
      answer["triangles"] = column(nx.triangles(simple), count)
      answer["clustering"] = column(nx.clustering(simple), count)
      answer["cores"] = column(nx.core_number(simple), count)
      answer["articulationPoints"] = sorted(nx.articulation_points(simple))
      parallel = build(case, nx.MultiGraph)
      parallel.remove_edges_from(list(nx.selfloop_edges(parallel, keys=True)))
      answer["bridges"] = sorted(sorted(pair) for pair in nx.bridges(parallel))
      tree = list(nx.minimum_spanning_edges(parallel, data=True))
      answer["treeSize"] = len(tree)
      answer["treeWeight"] = sum(edge[-1]["weight"] for edge in tree)

  def paths(case, kind, lightest, answer):
      source, target = case["source"], case["target"]
      answer["bestHops"] = best(lightest, source, target, None, 8)
      answer["bestLengths"] = best(lightest, source, target, "weight", 8)
      capacities = merged(case, kind, lambda a, b: a + b)
      answer["flow"] = float(nx.maximum_flow_value(capacities, source, target, capacity="weight"))

  def likeness(simple, answer):
      pairs = [(u, v) for u in simple for v in simple if u < v and list(nx.common_neighbors(simple, u, v))]
      apart = [pair for pair in pairs if not simple.has_edge(*pair)]
      def scores(found):
          return sorted([u, v, float(score)] for u, v, score in found)
      def overlap(u, v):
          return len(set(simple[u]) & set(simple[v])) / min(len(simple[u]), len(simple[v]))
      answer["jaccard"] = scores(nx.jaccard_coefficient(simple, pairs))
      answer["overlap"] = scores((u, v, overlap(u, v)) for u, v in pairs)
      answer["commonNeighbours"] = scores((u, v, len(list(nx.common_neighbors(simple, u, v)))) for u, v in apart)
      answer["adamicAdar"] = scores(nx.adamic_adar_index(simple, apart))
      answer["resourceAllocation"] = scores(nx.resource_allocation_index(simple, apart))
      answer["preferentialAttachment"] = scores(nx.preferential_attachment(simple, apart))

  def communities(case, answer):
      graph = build(case, nx.MultiGraph)
      def modularity(groups):
          return nx.community.modularity(graph, groups, weight="weight")
      answer["modularities"] = []
      for names in case["partitions"]:
          groups = [{v for v in range(case["count"]) if names[v] == name} for name in sorted(set(names))]
          answer["modularities"].append(modularity(groups))
      answer["louvain"] = modularity(nx.community.louvain_communities(graph, weight="weight", seed=1))

  def describe(case):
      directed = case["isDirected"]
      answer = {}
      graph = build(case, nx.MultiDiGraph if directed else nx.MultiGraph)
      kind = nx.DiGraph if directed else nx.Graph
      lightest = merged(case, kind, min)
      simple = merged(case, nx.Graph, min)
      centralities(case, graph, lightest, answer)
      structure(case, graph, simple, answer)
      paths(case, kind, lightest, answer)
      likeness(simple, answer)
      communities(case, answer)
      return answer

  json.dump([describe(case) for case in json.load(sys.stdin)], sys.stdout)
  """#
