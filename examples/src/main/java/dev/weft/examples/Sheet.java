package dev.weft.examples;

import dev.weft.runtime.image.Image;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Images in rows on one picture; the first column stands a little apart. */
final class Sheet {
  private static final int GAP = 4;
  private static final int GAP_BEHIND_FIRST = 16;

  /** Smaller images are enlarged by whole factors, so that one sees their pixels. */
  private static final int LEAST_CELL = 96;

  private final List<List<Image>> rows;
  private final int factor;
  private final int height;
  private final int width;

  /**
   * A sheet.
   *
   * @param rows of equal length; the first image of each is made as small as the others
   */
  Sheet(List<List<Image>> rows) {
    this.rows = rows;
    int highest = 0;
    int widest = 0;
    for (List<Image> row : rows) {
      for (Image image : row.subList(1, row.size())) {
        highest = Math.max(highest, image.height());
        widest = Math.max(widest, image.width());
      }
    }
    factor = Math.max(1, LEAST_CELL / Math.max(highest, widest));
    height = highest * factor;
    width = widest * factor;
  }

  /** Writes a PNG. */
  void write(Path file) throws IOException {
    // To a file that cannot be written, Image I/O would only say that it has no stream.
    try (OutputStream out = Files.newOutputStream(file)) {
      ImageIO.write(draw(), "png", out);
    }
  }

  private BufferedImage draw() {
    int columns = rows.get(0).size();
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (width + GAP) + GAP_BEHIND_FIRST,
            GAP + rows.size() * (height + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    int top = GAP;
    for (List<Image> row : rows) {
      drawOriginal(graphics, row.get(0), top);
      int left = GAP + width + GAP + GAP_BEHIND_FIRST;
      for (Image image : row.subList(1, columns)) {
        draw(graphics, image, left, top, image.width() * factor, image.height() * factor);
        left += width + GAP;
      }
      top += height + GAP;
    }
    graphics.dispose();
    return sheet;
  }

  /** As large as the cell lets it be. */
  private void drawOriginal(Graphics2D graphics, Image image, int top) {
    double scale = Math.min((double) width / image.width(), (double) height / image.height());
    Object interpolation =
        scale < 1
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    int drawnWidth = Math.max(1, (int) (image.width() * scale));
    int drawnHeight = Math.max(1, (int) (image.height() * scale));
    draw(graphics, image, GAP, top, drawnWidth, drawnHeight);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  private static void draw(
      Graphics2D graphics, Image image, int left, int top, int width, int height) {
    graphics.drawImage(image.toBufferedImage(), left, top, width, height, null);
  }
}
