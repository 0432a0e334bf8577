package dev.weft.processor;

import java.util.Set;

/** The names of the processor's options. */
final class OptionNames {
  /** How loud warnings are. */
  static final String WARNINGS = "weft.warnings";

  /** Where reports are written to. */
  static final String REPORT = "weft.report";

  /** Where sources are beside those of the networks. */
  static final String SOURCES = "weft.sources";

  static final Set<String> ALL = Set.of(WARNINGS, REPORT, SOURCES);

  private OptionNames() {}
}
