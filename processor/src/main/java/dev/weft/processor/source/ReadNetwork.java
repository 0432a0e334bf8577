package dev.weft.processor.source;

import dev.weft.dsl.contract.Contract;
import dev.weft.dsl.contract.ExpectedOutput;
import dev.weft.dsl.contract.WeightsFile;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.problem.Severity;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Suppressions;
import dev.weft.processor.source.interpret.LateMistakes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A network as it was read.
 *
 * @param type the declaring interface
 * @param packageName the package of the interface and of the generated class, empty if unnamed
 * @param generatedName the simple name of the class to be generated
 * @param isPublic whether the generated class can be public
 * @param declaration the stages; one that could not be read has no layer
 * @param origins where the layers were declared
 * @param problems the mistakes that were found while reading
 * @param late the mistakes that are found while shapes are inferred
 * @param contracts what the network promises as a whole
 * @param suppressions the warnings that it silences
 * @param hasUnresolvedName whether a name was not found, which another processor may yet generate
 * @param hasUnknownCounts whether a mistake leaves the number of parameters unknown
 * @param isNameTaken whether there is another class of the generated class's name
 */
public record ReadNetwork(
    TypeElement type,
    String packageName,
    String generatedName,
    boolean isPublic,
    NetworkDeclaration declaration,
    Origins origins,
    List<Located> problems,
    LateMistakes late,
    List<Contract> contracts,
    Suppressions suppressions,
    boolean hasUnresolvedName,
    boolean hasUnknownCounts,
    boolean isNameTaken) {

  /** Copies the lists. */
  public ReadNetwork {
    problems = List.copyOf(problems);
    contracts = List.copyOf(contracts);
  }

  /**
   * The contracts that can be checked: a mistake may leave layers without their names, or the
   * number of parameters unknown.
   */
  public List<Contract> contracts() {
    boolean isRead = !hasErrors();
    boolean isCounted = !hasUnknownCounts && !late.hasUnknownCounts();
    return contracts.stream()
        .filter(contract -> isRead || !(contract instanceof WeightsFile))
        .filter(contract -> isCounted || contract instanceof ExpectedOutput)
        .toList();
  }

  /** Whether there are mistakes in what was read, be it as late as layers wait for it. */
  public boolean hasErrors() {
    return Stream.concat(problems.stream(), late.all().stream()).anyMatch(ReadNetwork::isError);
  }

  private static boolean isError(Located located) {
    return located.problem().code().severity() == Severity.ERROR;
  }
}
