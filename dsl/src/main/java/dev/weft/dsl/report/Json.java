package dev.weft.dsl.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON text of maps, lists, strings, numbers and booleans, indented; lists of plain values stand on
 * one line.
 */
final class Json {
  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String of(Map<String, ?> object) {
    Json json = new Json();
    json.value(object, "\n");
    return json.text.append('\n').toString();
  }

  private void value(Object value, String newLine) {
    if (value instanceof Map<?, ?> object) {
      object(object, newLine);
    } else if (value instanceof List<?> list) {
      list(list, newLine);
    } else if (value instanceof String string) {
      string(string);
    } else {
      text.append(value);
    }
  }

  private void object(Map<?, ?> object, String newLine) {
    if (object.isEmpty()) {
      text.append("{}");
      return;
    }
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(newLine).append("  ");
      string((String) entry.getKey());
      text.append(": ");
      value(entry.getValue(), newLine + "  ");
      text.append(entries.hasNext() ? "," : "");
    }
    text.append(newLine).append('}');
  }

  private void list(List<?> list, String newLine) {
    boolean isPlain = list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
    String separator = "";
    text.append('[');
    for (Object element : list) {
      text.append(separator);
      if (!isPlain) {
        text.append(newLine).append("  ");
      }
      value(element, newLine + "  ");
      separator = isPlain ? ", " : ",";
    }
    text.append(isPlain ? "" : newLine).append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
