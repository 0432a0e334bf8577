package dev.weft.dsl.report;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.Networks;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.plan.Program;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    try (InputStream stream = Report.class.getResourceAsStream("report.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
    }
  }

  private static Set<ValidationMessage> violations(JsonNode json) throws IOException {
    return schema().validate(json);
  }

  private static JsonNode json(Program program) throws IOException {
    return MAPPER.readTree(new Report("test.Net", program).json());
  }

  private static JsonNode node(JsonNode json, String name) {
    return StreamSupport.stream(json.get("nodes").spliterator(), false)
        .filter(node -> node.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reportsAreAsTheirSchemaSays() throws IOException {
    assertThat(violations(json(Programs.of(Networks.leNet5())))).isEmpty();
    assertThat(violations(json(Programs.of(Networks.resNet18())))).isEmpty();
    assertThat(violations(json(Programs.unet()))).isEmpty();
    assertThat(violations(json(Programs.medley()))).isEmpty();
  }

  @Test
  void theSchemaKnowsTheArgumentsOfEveryOperation() throws IOException {
    Program medley = Programs.medley();
    assertThat(
            medley.graph().nodes().stream()
                .map(Node::op)
                .<Class<?>>map(Op::getClass)
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of(Op.class.getPermittedSubclasses()));
    ObjectNode json = (ObjectNode) json(medley);
    ((ObjectNode) json.get("nodes").get(1).get("arguments")).put("unknown", 1);
    assertThat(violations(json)).hasSize(1);
  }

  @Test
  void figuresAreTheNetworks() throws IOException {
    JsonNode json = json(Programs.of(Networks.leNet5()));
    assertThat(json.get("network").asText()).isEqualTo("test.Net");
    assertThat(json.get("input").toString()).isEqualTo("[1,32,32]");
    assertThat(json.get("output").toString()).isEqualTo("[10]");
    assertThat(json.at("/totals/parameters").asLong()).isEqualTo(61_706);
    assertThat(json.at("/totals/macs").asLong()).isEqualTo(416_520);
    assertThat(json.at("/totals/parameterBytes").asLong()).isEqualTo(4 * 61_706);
    assertThat(json.at("/stages/1").toString()).isEqualTo("{\"name\":\"s1\",\"node\":3}");
    JsonNode conv = node(json, "s2.0");
    assertThat(conv.get("output").toString()).isEqualTo("[16,10,10]");
    assertThat(conv.get("receptiveField").toString()).isEqualTo("[14,14]");
    assertThat(conv.at("/parameters/0").toString())
        .isEqualTo("{\"name\":\"s2.0.weight\",\"shape\":[16,6,5,5],\"trainable\":true}");
    assertThat(conv.get("arguments").toString())
        .isEqualTo(
            "{\"channels\":6,\"filters\":16,\"window\":{\"kernel\":[5,5],\"stride\":[1,1],"
                + "\"padding\":[0,0,0,0],\"dilation\":[1,1],\"ceilMode\":false},\"groups\":1,"
                + "\"bias\":true,\"init\":\"HE\"}");
    assertThat(conv.get("bytes").asLong()).isEqualTo(4 * 1600);
  }

  @Test
  void inputsAreNodesAbove() throws IOException {
    JsonNode json = json(Programs.medley());
    int id = 0;
    for (JsonNode node : json.get("nodes")) {
      assertThat(node.get("id").asInt()).isEqualTo(id);
      for (JsonNode input : node.get("inputs")) {
        assertThat(input.asInt()).isLessThan(id);
      }
      id++;
    }
    assertThat(node(json, "head.0").get("kind").asText()).isEqualTo("flatten");
  }

  @Test
  void onlyTheAuxiliaryHeadIsForTrainingOnly() throws IOException {
    JsonNode json = json(Programs.medley());
    Set<String> training = new HashSet<>();
    json.get("nodes")
        .forEach(
            node -> {
              if (node.get("trainingOnly").asBoolean()) {
                training.add(node.get("name").asText().split("\\.")[0]);
              }
            });
    assertThat(training).containsExactly("side");
    int side = json.at("/sideOutputs/0/node").asInt();
    assertThat(json.get("nodes").get(side).get("output").toString()).isEqualTo("[3]");
    assertThat(json.at("/sideOutputs/0/weight").asDouble()).isEqualTo(0.3);
  }

  @Test
  void whatIsFrozenIsSaid() throws IOException {
    JsonNode json =
        json(
            Programs.of(
                Shape.of(1, 4, 4),
                new Stage("a", frozen(sequential(conv1x1(2), relu()))),
                new Stage("b", dense(2))));
    assertThat(violations(json)).isEmpty();
    assertThat(json.at("/totals/parameters").asLong()).isEqualTo(70);
    assertThat(json.at("/totals/frozenParameters").asLong()).isEqualTo(4);
    assertThat(node(json, "a.0").get("frozen").asBoolean()).isTrue();
    assertThat(node(json, "a.0").at("/parameters/0/trainable").asBoolean()).isFalse();
    assertThat(node(json, "a.1").get("frozen").asBoolean()).isTrue();
    assertThat(node(json, "b").has("frozen")).isFalse();
  }

  @Test
  void everyNameIsWrittenAsItIs() throws IOException {
    Program program = Programs.of(Shape.of(1, 2, 2), new Stage("a", relu()));
    String name = "tést.\"N\\et\"\u0001\uD83D\uDE00.Netz$";
    assertThat(MAPPER.readTree(new Report(name, program).json()).get("network").asText())
        .isEqualTo(name);
  }

  @Test
  void theSameNetworkGivesTheSameBytes() {
    Report first = new Report("test.Net", Programs.of(Networks.resNet18()));
    Report second = new Report("test.Net", Programs.of(Networks.resNet18()));
    assertThat(first.json()).isEqualTo(second.json());
    assertThat(first.text()).isEqualTo(second.text());
  }

  @Test
  void theTextStartsWithTheNetworksEnds() {
    assertThat(new Report("test.Net", Programs.unet()).text())
        .startsWith("test.Net: 1 x 16 x 16 to 2 x 16 x 16\n\nlayer ")
        .endsWith(" in training\n");
  }
}
