package dev.weft.dsl.problem;

/** How serious a problem is. */
public enum Severity {
  /** There is no network. */
  ERROR,
  /** There is one, but hardly the one that was meant. */
  WARNING
}
