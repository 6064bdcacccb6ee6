package dev.chesterton.web;

import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.Route.Query;
import dev.chesterton.web.Route.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API document, as OpenAPI 3.1 has it, made from {@link Routes}. */
final class OpenApi {
  private static final Map<String, String> VARIABLES = Map.of(
      "list", "name of a list in the store",
      "msgid", "Message-ID without <>, percent-encoded once",
      "hex", "commit id, 7 digits or more",
      "rule", "id of a rule", "other", "Message-ID of another version, percent-encoded once",
      "note", "id of a note", "path", "path of a file in its tree, with its slashes");

  private OpenApi() {}

  static String document(List<Route> routes) {
    Map<String, List<Route>> paths = routes.stream()
        .flatMap(route -> Stream.concat(Stream.of(route), mirrored(route)))
        .collect(Collectors.groupingBy(Route::path, TreeMap::new, Collectors.toList()));
    return JsonWriter.object(json -> json.text("openapi", "3.1.0")
        .object("info", info -> info.text("title", "Chesterton")
            .text("version", "1")
            .text("description", "Shows kernel reviewers why code that a patch removes was there."
                + " /api in front of the address of a page gives its JSON. Fields are described"
                + " in docs/json.md; they are only added."))
        .object("paths", inner -> paths.forEach((path, same) -> inner.object(path,
            item -> same.forEach(route -> item.object(route.method()
                .toLowerCase(
                    java.util.Locale.ROOT),
                operation -> operation(operation, route)))))));
  }

  private static Stream<Route> mirrored(Route route) {
    return route.mirror()
        .map(path -> new Route(route.method(), path, "the JSON of the page", route.shape(),
            route.query()))
        .stream();
  }

  private static void operation(JsonWriter json, Route route) {
    json.text("summary", route.what());
    Stream<Parameter> inPath = VARIABLES.entrySet()
        .stream()
        .filter(known -> route.path().contains("{" + known.getKey() + "}"))
        .sorted(Map.Entry.comparingByKey())
        .map(known -> new Parameter(known.getKey(), "path", known.getValue(), true));
    List<Parameter> parameters = Stream.concat(inPath, route.query().stream().map(Parameter::of))
        .toList();
    json.array("parameters", parameters, OpenApi::parameter);
    json.object("responses", responses -> responses(responses, route));
  }

  /** A parameter with its place. */
  private record Parameter(String name, String in, String what, boolean required) {
    static Parameter of(Query query) {
      return new Parameter(query.name(), "query", query.what(), query.required());
    }
  }

  private static void parameter(JsonWriter json, Parameter parameter) {
    json.text("name", parameter.name())
        .text("in", parameter.in())
        .text("description", parameter.what())
        .flag("required", parameter.required())
        .object("schema", schema -> schema.text("type", "string"));
  }

  private static void responses(JsonWriter json, Route route) {
    if (route.shape() == Shape.ELSEWHERE) {
      json.object("302", found -> found.text("description", "leads there"));
      return;
    }
    json.object("200", good -> good.text("description", route.what())
        .object("content", content -> content.object(route.shape().mediaType(),
            media -> media.object("schema", schema -> schema.text("type",
                route.shape() == Shape.JSON ? "object" : "string")))));
    json.object("default", error -> error.text("description",
        "what was asked, why not, and the id the request is logged under"));
  }
}
