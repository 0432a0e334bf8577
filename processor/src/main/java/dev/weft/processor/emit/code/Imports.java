package dev.weft.processor.emit.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The classes that a source imports: the first of each simple name that it uses. */
final class Imports {
  private final String packageName;
  private final Map<String, ClassName> bySimpleName = new TreeMap<>();

  /** The imports of a source in a package. */
  Imports(String packageName) {
    this.packageName = packageName;
  }

  /** How the source names a class from here on: briefly, unless that means another one. */
  String named(ClassName type) {
    if (type.packageName().isEmpty()) {
      return type.name();
    }
    ClassName top = type.topLevel();
    boolean isAtHand =
        type.packageName().equals(packageName) || type.packageName().equals("java.lang");
    ClassName known = bySimpleName.get(top.name());
    if (known == null && !isAtHand) {
      bySimpleName.put(top.name(), top);
    }
    return known == null || known.packageName().equals(type.packageName())
        ? type.name()
        : type.canonicalName();
  }

  /** The declarations, sorted, with a blank line behind them if there are any. */
  String declarations() {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (ClassName type : bySimpleName.values()) {
      names.add(type.canonicalName());
    }
    Collections.sort(names);
    for (String name : names) {
      text.append("import ").append(name).append(";\n");
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}
