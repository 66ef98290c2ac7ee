package io.tiktoktoe.stats.allocate;

import io.tiktoktoe.work.Progress;
import java.util.*;

class TryBig {
  static long t0 = System.nanoTime();
  static void say(String f, Object... a) { System.out.printf("%6.2fs ", (System.nanoTime() - t0) / 1e9); System.out.printf(f + "%n", a); }
  public static void main(String[] a) {
    int n = Integer.parseInt(a[0]), m = 10, g = 20;
    int[] first = new int[n + 1];
    for (int i = 0; i <= n; i++) first[i] = i * m;
    SplittableRandom r = new SplittableRandom(1);
    double[][] u = new double[g][n * m];
    double[] v = new double[n * m];
    double[] pr0 = new double[g]; for (int k = 0; k < g; k++) pr0[k] = (a[1].equals("all") || k == 0) ? .15*r.nextDouble() : 0;
    for (int o = 0; o < n * m; o++) {
      for (int k = 0; k < g; k++) u[k][o] = 1 + 9 * r.nextDouble();
      v[o] = u[0][o] * (0.5 + r.nextDouble());
      if (a[1].equals("all")) v[o] = 10*r.nextDouble();
    }
    double[] b = new double[g]; double plant = 0;
    for (int i = 0; i < n; i++) { int best = -1; double most = 0;
      for (int o = i*m; o < i*m+m; o++) { double w = v[o]; for (int k = 0; k < g; k++) w -= pr0[k]*u[k][o]; if (w > most) { most = w; best = o; } }
      if (best >= 0) { plant += v[best]; for (int k = 0; k < g; k++) b[k] += u[k][best]; } }
    AllocationProblem p = AllocationProblem.of(first, List.of(v, v, v));
    for (int k = 0; k < g; k++) p = p.with(Limit.atMost("r" + k, u[k], b[k]));
    say("made, planted %.4f", plant);
    AllocationOutcome oc = Allocator.lexicographic(p, AllocationOptions.defaults(), Progress.SILENT);
    Allocation al = (Allocation) oc;
    say("all: %.4f bound %.4f gap %.2e of planted %.2e", al.total(0), al.bound(0), al.gap(0), 1 - al.total(0)/plant);
    System.gc();
    Scales sc = Scales.of(p, v);
    say("scales");
    int stride = Math.max(1, p.options() / 20000);
    DualFunction s = new DualFunction(p, v, stride, 2, Progress.SILENT);
    double[] pr = PriceSearch.search(s, sc.prices(), new double[g], .3 * sc.value(), 1e-4 * sc.value(), 10);
    say("sample");
    double cold = 1e-4 * sc.value();
    pr = PriceSearch.search(new DualFunction(p, v, Math.max(1, p.options() / 400000), 2, Progress.SILENT), sc.prices(), pr, cold*16, cold, 6);
    say("sample2 %s", Arrays.toString(pr));
    DualFunction all = new DualFunction(p, v, 1, 2, Progress.SILENT);
    say("dual0 %.2f", all.at(pr, 0).value());
    pr = PriceSearch.search(all, sc.prices(), pr, cold, cold, 3);
    say("full %s", Arrays.toString(pr));
    DualFunction.Place pl = all.at(pr, 0);
    say("dual %.4f slope %s", pl.value(), Arrays.toString(Arrays.stream(pl.slope()).map(x -> x / (5.5 * n * .4)).toArray()));
    Worth w = new Worth(p, v, pr, 2, Progress.SILENT);
    say("worth");
    Choice c = w.best();
    say("best %.4f", c.total(v));
    Repair rep = new Repair(p, v, w);
    say("repair made");
    boolean ok = rep.mend(c);
    say("mended %s %.4f", ok, c.total(v));
    rep.fill(c, pl.value()*(1-1e-6));
    say("filled %.4f gap %.2e", c.total(v), (pl.value() - c.total(v)) / pl.value());
  }
}
