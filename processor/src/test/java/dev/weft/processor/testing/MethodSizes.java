package dev.weft.processor.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Reads how many bytes of bytecode the methods of a class file have (JVM specification, 4.1). */
public final class MethodSizes {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private final DataInputStream in;
  private String[] texts;

  private MethodSizes(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** The bytes of each method's code, by its name and descriptor. */
  public static Map<String, Integer> of(InputStream classFile) throws IOException {
    return new MethodSizes(classFile).read();
  }

  private Map<String, Integer> read() throws IOException {
    in.skipNBytes(8); // magic number, version
    readConstants();
    in.skipNBytes(6); // flags, class, superclass
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    readMembers(); // fields
    return readMembers();
  }

  private void readConstants() throws IOException {
    texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case LONG, DOUBLE -> {
          in.skipNBytes(8);
          i++; // these take two entries
        }
        default -> throw new IOException("constant of the unknown kind " + tag);
      }
    }
  }

  private Map<String, Integer> readMembers() throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2); // flags
      String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
      sizes.put(name, readCodeLength());
    }
    return sizes;
  }

  private int readCodeLength() throws IOException {
    int codeLength = 0;
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String attribute = texts[in.readUnsignedShort()];
      long length = Integer.toUnsignedLong(in.readInt());
      if ("Code".equals(attribute)) {
        in.skipNBytes(4); // stack, locals
        codeLength = in.readInt();
        length -= 8;
      }
      in.skipNBytes(length);
    }
    return codeLength;
  }
}
