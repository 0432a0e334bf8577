package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Problem.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sides of a disagreement as aligned lines: label, value, reason. */
final class Sides {
  private static final String BETWEEN_DIMENSIONS = " x ";

  private final Origins origins;

  Sides(Origins origins) {
    this.origins = origins;
  }

  List<String> lines(List<Detail> details) {
    List<String> labels = details.stream().map(detail -> orEmpty(detail.label())).toList();
    List<String> values = aligned(details.stream().map(detail -> orEmpty(detail.value())).toList());
    int labelWidth = labels.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < details.size(); i++) {
      String label = labels.get(i) + " ".repeat(labelWidth - labels.get(i).length());
      lines.add(joined(label, values.get(i), reason(details.get(i))));
    }
    return lines;
  }

  private static String joined(String label, String value, String reason) {
    String front = value.isEmpty() ? label : label + "  " + value;
    return (front + "   " + reason).stripTrailing();
  }

  private String reason(Detail detail) {
    String reason = orEmpty(detail.reason());
    if (detail.source() == null) {
      return reason;
    }
    return origins
        .of(detail.source())
        .map(origin -> (reason + " (" + origin.place().reference() + ")").strip())
        .orElse(reason);
  }

  /** Pads shapes so that each dimension stands under its counterpart; other values to the right. */
  private static List<String> aligned(List<String> values) {
    List<List<String>> rows =
        values.stream().map(value -> Arrays.asList(value.split(BETWEEN_DIMENSIONS))).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> full = rows.stream().map(row -> fill(row, columns)).toList();
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> full.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    return full.stream().map(row -> padded(row, widths)).toList();
  }

  /** A vector's features stand under an image's width. */
  private static List<String> fill(List<String> row, int columns) {
    List<String> full = new ArrayList<>(Collections.nCopies(columns - row.size(), ""));
    full.addAll(row);
    return full;
  }

  private static String padded(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            c -> {
              boolean first = c == 0;
              String separator = first ? "" : row.get(c - 1).isEmpty() ? "   " : BETWEEN_DIMENSIONS;
              return separator + " ".repeat(widths[c] - row.get(c).length()) + row.get(c);
            })
        .collect(Collectors.joining());
  }

  private static String orEmpty(Object value) {
    return Objects.toString(value, "");
  }
}
