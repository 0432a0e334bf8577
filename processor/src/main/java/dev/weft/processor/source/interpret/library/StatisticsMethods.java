package dev.weft.processor.source.interpret.library;

import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.LongSummaryStatistics;

/** The statistics that streams of numbers make. */
final class StatisticsMethods {
  static final ValueTable<IntSummaryStatistics> INT =
      new ValueTable<>(IntSummaryStatistics.class)
          .on("getCount", IntSummaryStatistics::getCount)
          .on("getSum", IntSummaryStatistics::getSum)
          .on("getMin", IntSummaryStatistics::getMin)
          .on("getMax", IntSummaryStatistics::getMax)
          .on("getAverage", IntSummaryStatistics::getAverage)
          .act("accept", int.class, IntSummaryStatistics::accept);

  static final ValueTable<LongSummaryStatistics> LONG =
      new ValueTable<>(LongSummaryStatistics.class)
          .on("getCount", LongSummaryStatistics::getCount)
          .on("getSum", LongSummaryStatistics::getSum)
          .on("getMin", LongSummaryStatistics::getMin)
          .on("getMax", LongSummaryStatistics::getMax)
          .on("getAverage", LongSummaryStatistics::getAverage)
          .act("accept", long.class, LongSummaryStatistics::accept);

  static final ValueTable<DoubleSummaryStatistics> DOUBLE =
      new ValueTable<>(DoubleSummaryStatistics.class)
          .on("getCount", DoubleSummaryStatistics::getCount)
          .on("getSum", DoubleSummaryStatistics::getSum)
          .on("getMin", DoubleSummaryStatistics::getMin)
          .on("getMax", DoubleSummaryStatistics::getMax)
          .on("getAverage", DoubleSummaryStatistics::getAverage)
          .act("accept", double.class, DoubleSummaryStatistics::accept);

  private StatisticsMethods() {}
}
