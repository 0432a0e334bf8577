package dev.weft.processor.source;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.testing.RandomPrograms;
import dev.weft.processor.testing.Running;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs mean to the interpreter what they mean to the JVM. */
final class RandomProgramsTest {
  private static final int STAGES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void interpreterAgreesWithTheJvm(long seed) {
    String network = new RandomPrograms(seed).network(STAGES);
    Running.assertAgree("fuzz.Net", JavaFileObjects.forSourceString("fuzz.Net", network));
  }
}
