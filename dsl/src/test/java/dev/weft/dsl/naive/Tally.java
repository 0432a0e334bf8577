package dev.weft.dsl.naive;

/** Counts. */
final class Tally {
  long parameters;
  long macs;
}
