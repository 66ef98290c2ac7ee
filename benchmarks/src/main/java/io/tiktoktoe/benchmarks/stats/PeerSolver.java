package io.tiktoktoe.benchmarks.stats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** SciPy's mixed-integer solver (HiGHS) beside the own one, where python3 has SciPy. */
final class PeerSolver {

  private static final String PROGRAM =
      """
      import sys, numpy as np
      from scipy.optimize import milp, LinearConstraint, Bounds
      from scipy.sparse import csr_matrix
      lines = open(sys.argv[1]).read().split('\\n')
      n, m, k = map(int, lines[0].split())
      bound = np.array(lines[1].split(), float)
      rows = np.array([l.split() for l in lines[2:2 + n * m]], float)
      value, use = rows[:, 0], rows[:, 1:1 + k]
      once = csr_matrix((np.ones(n * m), (np.arange(n * m) // m, np.arange(n * m))), (n, n * m))
      found = milp(-value, integrality=np.ones(n * m), bounds=Bounds(0, 1),
                   constraints=[LinearConstraint(once, -np.inf, 1),
                                LinearConstraint(csr_matrix(use.T), -np.inf, bound)],
                   options={'mip_rel_gap': 1e-9, 'time_limit': 120})
      print(repr(-found.fun) if found.status == 0 else 'nan')
      """;

  private PeerSolver() {}

  /**
   * The optimum; empty where there is no SciPy, NaN where it did not prove one in two minutes.
   *
   * @param uses of each limit, option by option
   */
  static OptionalDouble optimum(int actions, double[] value, List<double[]> uses, double[] bounds)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("allocation", ".txt");
    Path said = Files.createTempFile("allocation", ".out");
    try {
      write(file, actions, value, uses, bounds);
      Process process =
          new ProcessBuilder("python3", "-c", PROGRAM, file.toString())
              .redirectOutput(said.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return OptionalDouble.of(Double.NaN);
      }
      return process.exitValue() == 0
          ? OptionalDouble.of(last(Files.readAllLines(said)))
          : OptionalDouble.empty();
    } catch (IOException e) {
      // There is no python3.
      return OptionalDouble.empty();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(said);
    }
  }

  /** The solver may say more before the answer. */
  private static double last(List<String> lines) {
    return Double.parseDouble(lines.getLast().strip());
  }

  private static void write(
      Path file, int actions, double[] value, List<double[]> uses, double[] bounds)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("%d %d %d%n".formatted(value.length / actions, actions, bounds.length));
      for (double bound : bounds) {
        out.write(bound + " ");
      }
      for (int option = 0; option < value.length; option++) {
        out.write("\n" + value[option]);
        for (double[] use : uses) {
          out.write(" " + use[option]);
        }
      }
    }
  }
}
