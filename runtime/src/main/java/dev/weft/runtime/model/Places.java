package dev.weft.runtime.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the lines in which generated code keeps where layers were declared. */
final class Places {
  private static final String AFTER_PLACE = ": ";

  private Places() {}

  /** Places by the names of layers, from lines such as {@code ResNet18.java:41: conv1 bn1}. */
  static Map<String, String> parse(String lines) {
    Map<String, String> places = new LinkedHashMap<>();
    lines.lines().forEach(line -> addLine(line, places));
    return Collections.unmodifiableMap(places);
  }

  private static void addLine(String line, Map<String, String> places) {
    int end = line.indexOf(AFTER_PLACE);
    for (String name : line.substring(end + AFTER_PLACE.length()).split(" ")) {
      places.put(name, line.substring(0, end));
    }
  }
}
