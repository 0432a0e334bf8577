/**
 * What a person or a program reads of a network: the table of its layers, and the graph as JSON.
 *
 * <p>With the processor option {@code -Aweft.report=DIR}, javac writes two files for each network
 * that fits together, named after the interface, such as {@code org.example.ResNet18.txt} and
 * {@code org.example.ResNet18.json}. The first is {@link dev.weft.dsl.report.LayerTable}, which
 * {@code summary()} and the Javadoc of the generated class show too.
 *
 * <p>The second is the graph. Its JSON Schema (draft 2020-12) is the resource {@code
 * dev/weft/dsl/report/report.schema.json}, in which each member is described; in short:
 *
 * <pre>{@code
 * {
 *   "schemaVersion": 1,                      // grows when a member changes its meaning or goes
 *   "network": "org.example.ResNet18",       // the declaring interface
 *   "input": [3, 224, 224],                  // all shapes are of one image, channels first
 *   "output": [1000],
 *   "totals": {
 *     "parameters": 11689512,                // trainable elements, those of frozen layers too
 *     "macs": 1814073344,                    // multiply-adds of one image
 *     "parameterBytes": 46796448,            // of all arrays, running statistics too, in float32
 *     "inferenceBytes": 4415488,             // buffers that the plan keeps for one image
 *     "trainingBytes": 24491936
 *   },
 *   "stages": [{"name": "conv1", "node": 1}, ...],
 *   "sideOutputs": [{"node": 40, "weight": 0.3}],
 *   "nodes": [                               // each behind its inputs; an id is a place in the list
 *     {
 *       "id": 1,
 *       "name": "conv1",                     // as parameters carry it, before ".weight"
 *       "kind": "conv",
 *       "operation": "conv 7x7, 64, stride 2",
 *       "arguments": {"channels": 3, "filters": 64, "window": {"kernel": [7, 7], ...}, ...},
 *       "inputs": [0],
 *       "output": [64, 112, 112],
 *       "parameters": [{"name": "conv1.weight", "shape": [64, 3, 7, 7], "trainable": true}],
 *       "macs": 118013952,
 *       "receptiveField": [7, 7],            // rows and columns of the input
 *       "bytes": 3211264,                    // of the output, in float32
 *       "trainingOnly": false                // whether only an auxiliary head needs it
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Of a network with frozen layers, the totals have {@code frozenParameters} as well, and the
 * nodes in such layers {@code "frozen": true}.
 *
 * <p>The same network gives the same bytes. The files are in UTF-8, and each is replaced as a
 * whole. A network with mistakes has no report: those of an earlier build are deleted. Those of a
 * network that was renamed or removed stay until a clean build.
 *
 * <p>A relative {@code DIR} starts at the compiler's working directory, which is the module's under
 * neither Maven nor Gradle, so builds name it in full: {@code
 * -Aweft.report=${project.build.directory}/weft} in Maven, and in Gradle {@code
 * options.compilerArgs.add("-Aweft.report=" + layout.buildDirectory.dir("weft").get())} together
 * with {@code outputs.dir(layout.buildDirectory.dir("weft"))} for the task. Missing directories are
 * made. A build that compiles nothing writes nothing: whoever deletes the reports has to compile
 * the networks again.
 */
package dev.weft.dsl.report;
