package dev.weft.processor.source.tree;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source text that javac is to parse and to show in messages. */
final class TextFile extends SimpleJavaFileObject {
  private final String name;
  private final String text;

  /** The text of what messages call {@code name}. */
  TextFile(URI uri, String name, String text) {
    super(uri, Kind.SOURCE);
    this.name = name;
    this.text = text;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
