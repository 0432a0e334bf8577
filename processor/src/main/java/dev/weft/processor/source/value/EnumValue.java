package dev.weft.processor.source.value;

import javax.lang.model.element.TypeElement;

/**
 * A constant of an enum that the declaration's own sources or libraries define.
 *
 * @param type the enum
 * @param name the constant's name
 * @param ordinal its position, from 0
 */
public record EnumValue(TypeElement type, String name, int ordinal) {
  @Override
  public String toString() {
    return name;
  }
}
