package dev.weft.processor.source.interpret.library;

import java.util.List;

/** What the library asks of the interpreter that calls it. */
public interface Host {
  /** Charges work that the interpreter does not see; ends the call if the steps run out. */
  void steps(long count);

  /** Ends the call if it has walked so deep into a value. */
  void nesting(int depth);

  /** Charges elements of a collection or an array, before they are allocated. */
  void cells(long count);

  /** Charges the characters of a string, before they are allocated. */
  void characters(long length);

  /** Charges {@code added} more characters, which make a string {@code length} long. */
  void grown(long length, long added);

  /** All constants of the enum of which one constant is, in order. */
  List<Object> constants(Object constant);

  /** The value as string concatenation shows it. */
  String text(Object value);
}
