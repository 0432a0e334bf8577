package dev.weft.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.model.Model;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberNamesTest {
  @Test
  void whatTheModelDeclaresIsReserved() {
    Set<String> declared =
        Stream.<Member>concat(
                Stream.of(Model.class.getDeclaredMethods()),
                Stream.of(Model.class.getDeclaredFields()))
            .filter(member -> isInherited(member.getModifiers()))
            .filter(member -> !member.isSynthetic())
            .map(Member::getName)
            .collect(Collectors.toSet());
    assertThat(MemberNames.INHERITED).containsExactlyInAnyOrderElementsOf(declared);
  }

  /** Generated classes stand in other packages than the model. */
  private static boolean isInherited(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
