package dev.weft.examples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Folders of images in ten colours, of which each image has a little of another. */
final class ColoredImages {
  static final List<String> COLORS =
      List.of(
          "black", "blue", "cyan", "gray", "green", "magenta", "orange", "red", "white", "yellow");

  private ColoredImages() {}

  /** Twelve of each colour to train with, three to test with. */
  static void write(Path directory) throws IOException {
    Random random = new Random(1);
    for (String color : COLORS) {
      for (String part : List.of("train", "test")) {
        Path folder = Files.createDirectories(directory.resolve(part).resolve(color));
        for (int i = 0; i < (part.equals("train") ? 12 : 3); i++) {
          write(folder.resolve(i + ".png"), color, random);
        }
      }
    }
  }

  private static void write(Path file, String color, Random random) throws IOException {
    BufferedImage image = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor((Color) Color.class.getField(color).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(color, e);
    }
    graphics.fillRect(0, 0, 40, 36);
    graphics.setColor(new Color(random.nextInt(1 << 24)));
    graphics.fillRect(random.nextInt(30), random.nextInt(26), 6, 6);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  /** Moves the images of two colours into a directory of their own. */
  static Path moveTwo(Path directory, Path to) throws IOException {
    for (String part : List.of("train/red", "train/blue", "test/red", "test/blue")) {
      Files.createDirectories(to.resolve(part).getParent());
      Files.move(directory.resolve(part), to.resolve(part));
    }
    return to;
  }
}
