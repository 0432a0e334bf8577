package dev.weft.runtime.augment;

import static dev.weft.runtime.augment.Transforms.centerCrop;
import static dev.weft.runtime.augment.Transforms.colorJitter;
import static dev.weft.runtime.augment.Transforms.pad;
import static dev.weft.runtime.augment.Transforms.pcaNoise;
import static dev.weft.runtime.augment.Transforms.randomCrop;
import static dev.weft.runtime.augment.Transforms.randomHorizontalFlip;
import static dev.weft.runtime.augment.Transforms.randomResize;
import static dev.weft.runtime.augment.Transforms.randomResizedCrop;
import static dev.weft.runtime.augment.Transforms.resize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentationTest {
  @Test
  void transformsApplyInTheirOrder() {
    Image image = Patterns.image(20, 30);
    Augmentation augmentation = Augmentation.of(centerCrop(10)).then(pad(3));
    assertThat(augmentation.apply(image, new Random(1))).hasToString("3x16x16");
    assertThat(Augmentation.NONE.apply(image, new Random(1))).isSameAs(image);
  }

  @Test
  void itPrintsAsItWasDeclaredAndIsReadBack() {
    Augmentation all =
        Augmentation.of(
            pad(2),
            resize(256),
            resize(10, 20),
            randomResize(256, 480),
            centerCrop(24),
            centerCrop(24, 32),
            randomCrop(32).padding(4),
            randomCrop(20, 30),
            randomResizedCrop(224),
            randomResizedCrop(10, 20).scale(0.25, 1).ratio(0.5, 2),
            randomHorizontalFlip(),
            randomHorizontalFlip(0.25),
            colorJitter(0.4, 0.2),
            pcaNoise(0.1),
            pcaNoise(0.1).eigenvalues(3, 2, 1).eigenvectors(1, 0, 0, 0, 1, 0, 0, 0, 1));
    assertThat(all)
        .hasToString(
            "pad(2), resize(256), resize(10, 20), randomResize(256, 480), centerCrop(24),"
                + " centerCrop(24, 32), randomCrop(32).padding(4), randomCrop(20, 30),"
                + " randomResizedCrop(224), randomResizedCrop(10, 20).scale(0.25, 1).ratio(0.5, 2),"
                + " randomHorizontalFlip(), randomHorizontalFlip(0.25), colorJitter(0.4, 0.2),"
                + " pcaNoise(0.1),"
                + " pcaNoise(0.1).eigenvalues(3, 2, 1).eigenvectors(1, 0, 0, 0, 1, 0, 0, 0, 1)");
    assertThat(Augmentation.parse(all.toString())).isEqualTo(all).hasToString(all.toString());
    assertThat(Augmentation.parse(" ")).isEqualTo(Augmentation.NONE);
    assertThat(Augmentation.parse("pad( 1 ) ,resize(5)")).hasToString("pad(1), resize(5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "randomCrop            | expected a transform such as randomCrop(32), found 'randomCrop'",
        "pad(1),               | expected a transform such as randomCrop(32), found ''",
        "pad(1) pad(2)         | expected ',', found 'pad(2)'",
        "randomCrob(3)         | there is no 'randomCrob' here; the nearest is \"randomCrop\"",
        "randomCrop(3).pad(1)  | there is no 'pad' here; there is only padding",
        "pad(1).padding(3)     | there is no 'padding' here",
        "pad(1.5)              | pad takes no '1.5'",
        "randomCrop(1, 2, 3)   | randomCrop takes no '1.0, 2.0, 3.0'",
        "pad(a)                | pad: expected numbers, found 'a'",
        "pad(1,)               | pad: expected numbers, found '1,'",
        "pad(-1)               | pad: must be at least 0, but is -1",
        "equals(1)             | there is no 'equals' here",
      })
  void whatCannotBeReadIsNamed(String text, String message) {
    assertThatThrownBy(() -> Augmentation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @EnumSource
  void thePapersMakeImagesOfTheSizeAskedFor(StandardAugmentation paper) {
    Image image = Patterns.image(70, 90);
    for (int size : new int[] {56, 64}) {
      if (paper != StandardAugmentation.LENET5) {
        assertThat(paper.training(size).apply(image, new Random(2)))
            .hasToString("3x" + size + "x" + size);
      }
      assertThat(paper.testing(size).apply(image, new Random(2)))
          .hasToString("3x" + size + "x" + size);
    }
    assertThat(Augmentation.parse(paper.training(paper.usualSize()).toString()))
        .isEqualTo(paper.training(paper.usualSize()));
  }

  @Test
  void theNumbersOfThePapersAreTheirs() {
    assertThat(StandardAugmentation.ALEXNET.training(224))
        .hasToString(
            "resize(256), centerCrop(256), randomCrop(224), randomHorizontalFlip(), pcaNoise(0.1)");
    assertThat(StandardAugmentation.VGG.training(224).toString())
        .startsWith("randomResize(256, 512)");
    assertThat(StandardAugmentation.RESNET.training(224).toString())
        .startsWith("randomResize(256, 480), randomCrop(224)");
    assertThat(StandardAugmentation.RESNET.testing(224))
        .hasToString("resize(256), centerCrop(224)");
    assertThat(StandardAugmentation.RESNET_CIFAR.training(32))
        .hasToString("resize(32), randomCrop(32).padding(4), randomHorizontalFlip()");
    assertThat(StandardAugmentation.RESNET_CIFAR).hasToString("resnet-cifar");
    assertThat(StandardAugmentation.LENET5.training(32)).hasToString("pad(2)");
  }
}
