package dev.weft.processor.emit.code;

import java.util.List;

/**
 * A comment behind a statement, in which otherwise alike pieces of code may differ. Becomes text
 * only where it is printed, for most of what is alike never is.
 *
 * @param said what it says, in order
 */
public record Remark(List<?> said) {
  void print(Printer printer) {
    String before = " // ";
    for (Object each : said) {
      printer.text(before);
      printer.text(each.toString());
      before = ", ";
    }
  }
}
