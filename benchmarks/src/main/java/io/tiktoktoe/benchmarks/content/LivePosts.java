package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentActs.Kind;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.Timeframe;
import io.tiktoktoe.stats.RankCorrelation;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Live sellers' posts: does the report card's percentile at the age of a day tell the final rank
 * among posts alike better than the day's counts do?
 *
 * <p>The public table has each post's page, type, time and final reactions, comments and shares,
 * and no counts of its first day. The first day is therefore drawn from the final counts: each
 * reaction is of the first day with the chance 1% (or 5%), which leaves the counts as noisy as
 * those of a post that most have not seen yet. Reactions stand for views.
 *
 * <p>Usage: {@code LivePosts [PAGES]}; the 4 pages with the most posts.
 */
public final class LivePosts {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");
  private static final long HALF_DAY = 43_200;
  private static final long LATER = 20 * 86_400L;

  private LivePosts() {}

  /** One post: its type, when, and final reactions. */
  private record Post(String id, ContentKind kind, long seconds, int reactions) {}

  /** Runs it and prints what was reached. */
  public static void main(String[] arguments) throws IOException {
    Optional<List<String[]>> rows = PublicLines.rows("content/facebook_live_sellers_posts.csv.gz");
    if (rows.isEmpty()) {
      return;
    }
    Map<String, List<Post>> pages = new HashMap<>();
    for (String[] row : rows.get()) {
      String page = row[0].substring(0, row[0].indexOf('_'));
      pages.computeIfAbsent(page, key -> new ArrayList<>()).add(post(row));
    }
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    List<List<Post>> largest =
        pages.values().stream()
            .sorted(Comparator.comparingInt(posts -> -posts.size()))
            .limit(most)
            .toList();
    for (double share : new double[] {0.01, 0.05}) {
      for (List<Post> posts : largest) {
        judge(posts, share);
      }
    }
  }

  private static Post post(String[] row) {
    ContentKind kind =
        switch (row[1]) {
          case "video" -> ContentKind.VIDEO;
          case "link" -> ContentKind.SHORT;
          default -> ContentKind.POST;
        };
    long seconds = LocalDateTime.parse(row[2], TIME).toEpochSecond(ZoneOffset.UTC);
    return new Post(row[0], kind, seconds, Integer.parseInt(row[3]));
  }

  private static void judge(List<Post> posts, double share) {
    CreatorProfile page = new CreatorProfile("page", ZoneOffset.UTC, Currency.getInstance("USD"));
    int[] early = new int[posts.size()];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < early.length; i++) {
      for (int reaction = 0; reaction < posts.get(i).reactions(); reaction++) {
        early[i] += random.nextDouble() < share ? 1 : 0;
      }
    }
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics = assessor.metrics(page, history(posts, early));
    List<ContentValuation> told =
        assessor
            .rank(page, LocalDate.parse("2018-12-31"), metrics, Optional.empty(), posts.size())
            .valuations();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < early.length; i++) {
      places.put(posts.get(i).id(), i);
    }
    double[][] columns = new double[4][told.size()];
    for (int i = 0; i < told.size(); i++) {
      int place = places.getOrDefault(told.get(i).content().id(), 0);
      columns[0][i] = percentile(told.get(i), Timeframe.DAY);
      columns[1][i] = early[place];
      columns[2][i] = percentile(told.get(i), Timeframe.MONTH);
      columns[3][i] = posts.get(place).reactions();
    }
    System.out.printf(
        Locale.ROOT,
        "%d posts of one page, %.0f%% of reactions on the first day: final rank among posts alike:"
            + " percentile %.3f, raw counts %.3f; final rank among all: percentile %.3f, raw counts"
            + " %.3f%n",
        told.size(),
        100 * share,
        RankCorrelation.spearman(columns[0], columns[2]),
        RankCorrelation.spearman(columns[1], columns[2]),
        RankCorrelation.spearman(columns[0], columns[3]),
        RankCorrelation.spearman(columns[1], columns[3]));
  }

  private static double percentile(ContentValuation one, Timeframe timeframe) {
    return one.measures().stream()
        .filter(score -> score.measure() == ContentMeasure.VIEWS)
        .filter(score -> score.timeframe() == timeframe)
        .findFirst()
        .orElseThrow()
        .percentile();
  }

  private static ContentHistory history(List<Post> posts, int[] early) {
    List<CreatorContent> contents = new ArrayList<>();
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < early.length; i++) {
      Post post = posts.get(i);
      contents.add(
          new CreatorContent(
              post.id(),
              post.kind(),
              Instant.ofEpochSecond(post.seconds()),
              0,
              List.of("facebook"),
              List.of(),
              false,
              ""));
      rows.add(new long[] {post.seconds() + HALF_DAY, i, early[i]});
      rows.add(new long[] {post.seconds() + LATER, i, post.reactions() - early[i]});
    }
    rows.sort(Comparator.comparingLong(row -> row[0]));
    int n = rows.size();
    int[] fan = new int[n];
    Arrays.fill(fan, ContentActs.NOBODY);
    byte[] kinds = new byte[n];
    Arrays.fill(kinds, (byte) Kind.VIEW.ordinal());
    ContentActs acts =
        new ContentActs(
            n,
            rows.stream().mapToLong(row -> row[0]).toArray(),
            rows.stream().mapToInt(row -> (int) row[1]).toArray(),
            fan,
            new short[n],
            kinds,
            rows.stream().mapToInt(row -> (int) row[2]).toArray(),
            new long[n],
            new int[n]);
    return new ContentHistory(
        contents,
        0,
        List.of("facebook"),
        acts,
        ContentPayments.none(),
        Map.of(),
        Instant.ofEpochSecond(rows.getLast()[0] + 15 * 86_400L));
  }
}
