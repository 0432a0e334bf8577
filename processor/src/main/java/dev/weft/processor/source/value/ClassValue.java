package dev.weft.processor.source.value;

import javax.lang.model.element.TypeElement;

/**
 * A class literal: {@code ResNet18.class}.
 *
 * @param type the type that it names
 */
public record ClassValue(TypeElement type) {
  @Override
  public String toString() {
    return type.getSimpleName() + ".class";
  }
}
