package dev.weft.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random programs of well-typed arithmetic and control flow. None divides by zero, leaves an
 * array's bounds or runs long.
 */
public final class RandomPrograms {
  private static final List<String> INTEGRAL = List.of("byte", "short", "char", "int", "long");
  private static final List<String> NUMERIC =
      List.of("byte", "short", "char", "int", "long", "float", "double");
  private static final List<String> ALL =
      List.of("byte", "short", "char", "int", "long", "float", "double", "boolean", "String");

  private record Variable(String name, String type) {}

  private final Random random;
  private final List<Variable> variables = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int names;
  private int loops;

  /** Programs that depend on nothing but the seed. */
  public RandomPrograms(long seed) {
    this.random = new Random(seed);
  }

  /** A network {@code fuzz.Net} with that many stages, each of which shows all its variables. */
  public String network(int stages) {
    StringBuilder network =
        new StringBuilder(
            """
            package fuzz;
            import dev.weft.dsl.*;
            @Network(input = {3, 8, 8})
            public interface Net {
              static Layer show(String text) {
                String name = "s";
                for (int i = 0; i < text.length(); i++) {
                  char c = text.charAt(i);
                  boolean isPlain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
                  name += isPlain ? "" + c : "_" + (int) c + "_";
                }
                return Layers.identity().named(name);
              }
              static String cut(String s) { return s.length() > 24 ? s.substring(0, 24) : s; }
              static String over(int i) { return "i" + i; }
              static String over(long l) { return "l" + l; }
              static String over(double d) { return "d" + d; }
              static String over(char c) { return "c" + c; }
              static String over(Integer i) { return "I" + i; }
              static String over(Object o) { return "o" + o; }
              static String over(int i, long... rest) { return "v" + i + rest.length; }
              static long twice(long l) { return l * 2; }
              static int digits(int i) { return i < 10 ? 1 : 1 + digits(i / 10); }
            """);
    for (int i = 0; i < stages; i++) {
      network.append(stage(i));
    }
    return network.append("}\n").toString();
  }

  private String stage(int index) {
    text = new StringBuilder("  default Layer s" + index + "() {\n");
    variables.clear();
    names = 0;
    loops = 0;
    text.append("    int[] cells = {3, 1, 4, 1, 5};\n");
    for (String type : ALL) {
      declare(type);
    }
    int statements = 6 + random.nextInt(8);
    for (int i = 0; i < statements; i++) {
      statement(0);
    }
    text.append("    String all = \"\" + cells[0] + cells[1] + cells[2] + cells[3] + cells[4];\n");
    for (Variable variable : variables) {
      text.append("    all += \"_\" + ").append(variable.name).append(";\n");
    }
    return text.append("    return show(all);\n  }\n").toString();
  }

  private void declare(String type) {
    String name = "v" + names++;
    boolean isVar = random.nextInt(4) == 0;
    String value = "(" + type + ") (" + expression(type, 2) + ")";
    text.append("    ").append(isVar ? "var" : type).append(' ').append(name);
    text.append(" = ").append(value).append(";\n");
    variables.add(new Variable(name, type));
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 2 ? 4 : 10)) {
      case 0 -> assign();
      case 1 -> compound();
      case 2 -> increment();
      case 3 -> cell();
      case 4 -> branch(depth);
      case 5 -> loop(depth);
      case 6 -> oldSwitch(depth);
      case 7 -> newSwitch();
      case 8 -> labelled(depth);
      default -> scoped(depth);
    }
  }

  private Variable variable(List<String> types) {
    List<Variable> fitting = variables.stream().filter(each -> types.contains(each.type)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private void assign() {
    Variable target = variable(ALL);
    String value = expression(target.type, 3);
    boolean isText = target.type.equals("String");
    String cast = isText ? "cut(" + value + ")" : "(" + target.type + ") (" + value + ")";
    text.append(target.name).append(" = ").append(cast).append(";\n");
  }

  private void compound() {
    Variable target = variable(NUMERIC);
    if (INTEGRAL.contains(target.type) && random.nextBoolean()) {
      String operator = pick("&=", "|=", "^=", "<<=", ">>=", ">>>=");
      String operand = expression(pick("byte", "int", "long", "char"), 2);
      text.append(target.name + " " + operator + " " + operand + ";\n");
    } else {
      String operand = expression(pick("int", "long", "float", "double", "short"), 2);
      text.append(target.name + " " + pick("+=", "-=", "*=") + " " + operand + ";\n");
    }
  }

  private void increment() {
    Variable target = variable(NUMERIC);
    String name = target.name;
    text.append(pick(name + "++", name + "--", "++" + name, "--" + name)).append(";\n");
  }

  private String index() {
    return "(" + expression("int", 1) + " & 0x7fffffff) % 5";
  }

  private void cell() {
    String operator = pick("=", "+=", "-=", "*=", "^=", "<<=");
    text.append("cells[" + index() + "] " + operator + " " + expression("int", 2) + ";\n");
    text.append("cells[" + index() + "]" + pick("++", "--") + ";\n");
  }

  private void block(int depth, int most) {
    int before = variables.size();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      statement(depth + 1);
    }
    while (variables.size() > before) {
      variables.remove(variables.size() - 1);
    }
  }

  private void branch(int depth) {
    text.append("if (" + expression("boolean", 2) + ") {\n");
    block(depth, 2);
    if (random.nextBoolean()) {
      text.append("} else {\n");
      block(depth, 2);
    }
    text.append("}\n");
  }

  private void loop(int depth) {
    String counter = "i" + loops++;
    int rounds = 1 + random.nextInt(4);
    switch (random.nextInt(4)) {
      case 0 -> text.append("for (int " + counter + " = 0; " + counter + " < " + rounds);
      case 1 -> text.append("for (long " + counter + " = -1; ++" + counter + " < " + rounds);
      case 2 -> text.append("for (int " + counter + " : cells) {\n");
      default -> text.append("int " + counter + " = 0; while (" + counter + "++ < " + rounds);
    }
    String head = text.substring(text.lastIndexOf("\n") + 1);
    if (head.contains("for (int") && head.endsWith("< " + rounds)) {
      text.append("; " + counter + "++) {\n");
    } else if (head.contains("for (long")) {
      text.append("; ) {\n");
    } else if (head.contains("while")) {
      text.append(") {\n");
    }
    block(depth, 2);
    if (random.nextBoolean()) {
      text.append("if (" + expression("boolean", 1) + ") " + pick("break", "continue") + ";\n");
    }
    text.append("}\n");
  }

  private void oldSwitch(int depth) {
    text.append("switch (" + expression(pick("int", "byte", "char", "short"), 1) + " & 3) {\n");
    for (int i = 0; i < 3; i++) {
      text.append("case " + i + ":\n");
      statement(Math.max(depth, 3));
      if (random.nextBoolean()) {
        text.append("break;\n");
      }
    }
    text.append("default:\n");
    statement(3);
    text.append("}\n");
  }

  private void newSwitch() {
    Variable target = variable(NUMERIC);
    text.append(target.name + " = (" + target.type + ") switch (" + expression("int", 1));
    text.append(" & 3) {\ncase 0, 1 -> " + expression(target.type, 2) + ";\n");
    text.append("case 2 -> { " + target.name + "++; yield " + expression(target.type, 1) + "; }\n");
    text.append("default -> " + expression(target.type, 1) + "; };\n");
  }

  private void labelled(int depth) {
    String label = "label" + loops;
    String counter = "i" + loops++;
    text.append(
        label + ": for (int " + counter + " = 0; " + counter + " < 3; " + counter + "++) {\n");
    text.append("for (int cell" + label + " : cells) {\n");
    block(depth + 1, 1);
    text.append("if (cell" + label + " + " + counter + " > " + random.nextInt(8) + ") ");
    text.append(pick("break ", "continue ") + label + ";\n}\n}\n");
  }

  private void scoped(int depth) {
    text.append("{\n");
    int before = variables.size();
    declare(ALL.get(random.nextInt(ALL.size())));
    block(depth, 2);
    while (variables.size() > before) {
      variables.remove(variables.size() - 1);
    }
    text.append("}\n");
  }

  private String expression(String type, int depth) {
    return switch (type) {
      case "boolean" -> condition(depth);
      case "String" -> string(depth);
      default -> number(type, depth);
    };
  }

  private String known(String type, String otherwise) {
    List<Variable> fitting = variables.stream().filter(each -> each.type.equals(type)).toList();
    return fitting.isEmpty() || random.nextInt(3) == 0
        ? otherwise
        : fitting.get(random.nextInt(fitting.size())).name;
  }

  private String literal(String type) {
    return switch (type) {
      case "byte" -> "((byte) " + (random.nextInt(256) - 128) + ")";
      case "short" -> "((short) " + random.nextInt(70_000) + ")";
      case "char" -> pick("'a'", "'Z'", "'0'", "'\\uffff'", "'\\n'");
      case "int" -> pick("0", "1", "-7", "0x7fffffff", "-2147483648", "" + random.nextInt(1000));
      case "long" -> pick("0L", "-1L", "1L << 40", "0x7fffffffffffffffL", random.nextInt() + "L");
      case "float" -> pick("0f", "-1.5f", "1e30f", "0.1f", "Float.NaN", random.nextInt(99) + "f");
      default -> pick("0.0", "-2.5", "1e300", "0.1", "1 / 0.0", random.nextInt(99) + ".25");
    };
  }

  private String number(String type, int depth) {
    if (depth == 0) {
      return "(" + known(type, literal(type)) + ")";
    }
    String one = expression(pick(type, NUMERIC.get(random.nextInt(NUMERIC.size()))), depth - 1);
    String other = expression(type, depth - 1);
    String integral = expression(INTEGRAL.get(random.nextInt(INTEGRAL.size())), depth - 1);
    String cast = "(" + type + ") ";
    return switch (random.nextInt(10)) {
      case 0 -> cast + "(" + one + pick(" + ", " - ", " * ") + other + ")";
      case 1 -> cast + "(" + integral + pick(" / ", " % ") + "(" + expression("int", 0) + " | 1))";
      case 2 ->
          cast
              + "("
              + integral
              + pick(" << ", " >> ", " >>> ", " & ", " ^ ")
              + expression("byte", 0)
              + ")";
      case 3 -> cast + "(" + condition(depth - 1) + " ? " + one + " : " + other + ")";
      case 4 -> cast + pick("-", "+") + "(" + one + ")";
      case 5 -> cast + "~(" + integral + ")";
      case 6 -> cast + "cells[" + (depth > 1 ? index() : "2") + "]";
      case 7 -> cast + "twice(" + integral + ")";
      case 8 -> cast + "digits((int) " + "(" + one + "))";
      default -> cast + "(" + one + " / (" + expression("double", 0) + "))";
    };
  }

  private String condition(int depth) {
    if (depth == 0) {
      return known("boolean", pick("true", "false"));
    }
    String one = expression(NUMERIC.get(random.nextInt(NUMERIC.size())), depth - 1);
    String other = expression(NUMERIC.get(random.nextInt(NUMERIC.size())), depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> "(" + one + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + other + ")";
      case 1 ->
          "("
              + condition(depth - 1)
              + pick(" && ", " || ", " ^ ", " & ", " | ")
              + condition(depth - 1)
              + ")";
      case 2 -> "!" + condition(0);
      default -> "(" + string(0) + ".length() > " + random.nextInt(10) + ")";
    };
  }

  private String string(int depth) {
    if (depth == 0) {
      return "(" + known("String", pick("\"a\"", "\"\"", "\"x\" + 1")) + ")";
    }
    String any = expression(ALL.get(random.nextInt(ALL.size())), depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> "(" + string(depth - 1) + " + " + any + ")";
      case 1 -> "over(" + any + ")";
      case 2 -> "(\"\" + (" + condition(0) + " ? " + any + " : " + expression("char", 0) + "))";
      default -> "(" + any + " + " + string(0) + ")";
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
