package dev.weft.processor.source.interpret.library;

import java.util.List;

/**
 * An exception that a declaration creates without throwing it, as for {@code orElseThrow}.
 *
 * @param text its class and its message
 */
record ExceptionValue(String text) {
  static ExceptionValue of(Host host, String type, List<Object> arguments) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    return new ExceptionValue(
        arguments.isEmpty() ? name : name + ": " + Texts.of(host, arguments.get(0)));
  }
}
