package io.tiktoktoe.service.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.PlanMeans;
import io.tiktoktoe.audience.insight.ValueMetric;
import io.tiktoktoe.service.RevenueService;
import io.tiktoktoe.service.SmallStore;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.audience.AudienceRequest;
import io.tiktoktoe.store.Store;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated creator's audience as a library's user asks for it. Nothing is left to chance. */
class AudienceServiceTest {

  private static final LocalDate PAST = LocalDate.parse("2026-07-20");
  private static final LocalDate LAST = LocalDate.parse("2026-08-31");

  @TempDir static Path directory;

  private static Store store;
  private static String creator;

  @BeforeAll
  static void simulate() throws IOException {
    store = SmallStore.in(directory);
    creator =
        store.settings().creators().stream()
            .max(Comparator.comparingInt(name -> ask(AudienceRequest.of(name)).size().active()))
            .orElseThrow();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static AudienceInsights ask(AudienceRequest request) {
    return AudienceService.of(store).audience(request, Call.at(SmallStore.NOW));
  }

  private static JsonNode json(AudienceInsights insights) throws IOException {
    StringWriter out = new StringWriter();
    JsonAnswer.write(insights, out);
    return new JsonMapper().readTree(out.toString());
  }

  @Test
  void theSameDayAndSeedGiveTheSameAnswer() throws IOException {
    AudienceRequest request = AudienceRequest.of(creator).asOf(PAST);
    assertThat(json(ask(request))).isEqualTo(json(ask(request)));
  }

  @Test
  void everybodysNetIsTheCreatorsNet() {
    AudienceInsights insights = ask(AudienceRequest.of(creator).asOf(LAST));
    LocalDate first = LocalDate.parse("2026-01-01");
    long net =
        RevenueService.of(store)
            .revenue(RevenueRequest.of(creator).withDays(first, LAST), Call.at(SmallStore.NOW))
            .bridge()
            .total()
            .net();
    // Each row is converted by itself: a minor unit a row at most.
    assertThat((double) insights.size().net() + insights.size().nobodyNet())
        .isCloseTo(net, Offset.offset(500.0));
  }

  @Test
  void jsonTellsEveryPart() throws IOException {
    JsonNode told = json(ask(AudienceRequest.of(creator).asOf(LAST)));
    assertThat(told.get("creator").get("creator").asString()).isEqualTo(creator);
    assertThat(told.get("size").get("fans").asInt()).isPositive();
    assertThat(told.get("segments").get(0).get("value_interval").get("lo").isNumber()).isTrue();
    assertThat(told.get("churn").size()).isPositive();
    assertThat(told.get("retention").get("cohorts").size()).isPositive();
    assertThat(told.get("strategy").get("priorities").get(0).asString()).isEqualTo("retention");
    assertThat(told.get("provenance").get("options").get("horizon_days").asString())
        .isEqualTo("365.0");
  }

  @Test
  void weightsOfAMetricAloneMakeItsRankTheValue() {
    AudienceOptions options =
        AudienceOptions.defaults().withWeights(Map.of(ValueMetric.ENGAGEMENT_SCORE, 2.0));
    AudienceInsights insights = ask(AudienceRequest.of(creator).asOf(LAST).withOptions(options));
    assertThat(insights.segments())
        .allSatisfy(
            one -> assertThat(one.value()).isCloseTo(one.engagement(), Offset.offset(1e-9)));
  }

  @Test
  void thePlanKeepsWithinTheMeans() {
    PlanMeans means =
        new PlanMeans(
            Optional.of(new BigDecimal("7.50")),
            Optional.of(3.0),
            Optional.empty(),
            Optional.empty());
    AudienceOptions options = AudienceOptions.defaults().withMeans(means);
    AudienceInsights insights = ask(AudienceRequest.of(creator).asOf(LAST).withOptions(options));
    assertThat(insights.constraints().budget()).isEqualTo(750);
    assertThat(insights.strategy().plan().stream().mapToDouble(one -> one.cost()).sum())
        .isLessThanOrEqualTo(750);
    assertThat(insights.strategy().plan().stream().mapToDouble(one -> one.hours()).sum())
        .isLessThanOrEqualTo(3.0 + 1e-9);
  }

  @Test
  void aRecordedPlanIsKeptOnceAndScoredWhenItsDaysAreOver() {
    AudienceRequest request = AudienceRequest.of(creator).asOf(PAST).recorded();
    AudienceInsights planned = ask(request);
    assertThat(planned.strategy().plan()).isNotEmpty();
    ask(request);
    AudienceInsights later = ask(AudienceRequest.of(creator).asOf(LAST));
    long decisions =
        planned.strategy().plan().stream()
            .flatMap(one -> one.expected().stream())
            .filter(one -> one.mean() != 0)
            .count();
    assertThat(later.plans()).hasSize((int) decisions);
    assertThat(later.plans())
        .allSatisfy(plan -> assertThat(plan.segment().orElseThrow()).startsWith("segment-"));
    assertThat(ask(AudienceRequest.of(creator).asOf(PAST.minusDays(1))).plans()).isEmpty();
  }
}
