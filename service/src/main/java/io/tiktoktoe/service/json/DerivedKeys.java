package io.tiktoktoe.service.json;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.content.insight.ContentCohort;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentWorth;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.StreamAmounts;
import io.tiktoktoe.service.model.DemoAnswer;
import io.tiktoktoe.service.text.AdviceText;
import io.tiktoktoe.service.text.ContentWords;
import io.tiktoktoe.service.text.SegmentWords;
import io.tiktoktoe.service.text.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What records tell beside their components: figures that they derive, and sentences. */
final class DerivedKeys {

  private static final Map<Class<?>, DerivedKeys> BY_CLASS = new HashMap<>();
  private static final DerivedKeys NONE = new DerivedKeys(List.of(), List.of());

  static {
    put(
        BridgeLine.class,
        List.of(),
        List.of(figure("before_costs", BridgeLine::beforeCosts), figure("net", BridgeLine::net)));
    put(StreamAmounts.class, List.of(), List.of(figure("total", StreamAmounts::total)));
    put(ChangeDrivers.class, List.of(), List.of(figure("total", ChangeDrivers::total)));
    put(ChangeLine.class, List.of(), List.of(figure("change", ChangeLine::change)));
    put(
        Completeness.class,
        List.of(),
        List.of(figure("note", Wording::note), figure("unfinished", Completeness::unfinished)));
    put(
        RevenueAnomaly.class,
        List.of(),
        List.of(
            words("explanation", (RevenueAnomaly one, Wording words) -> words.explanation(one)),
            figure("deviation", RevenueAnomaly::deviation),
            figure("finding", RevenueAnomaly::finding)));
    put(
        ChangeExplanation.class,
        List.of(),
        List.of(words("summary", (ChangeExplanation one, Wording words) -> words.summary(one))));
    put(FanSegment.class, List.of(), List.of(figure("description", SegmentWords::description)));
    put(
        ContentInsights.class,
        List.of(),
        List.of(
            figure("definitions", (ContentInsights one) -> ContentWords.definitions(one.rule()))));
    put(
        ContentCohort.class,
        List.of(),
        List.of(figure("compared_with", ContentWords::comparedWith)));
    put(ContentWorth.class, List.of(), List.of(figure("direct_total", ContentWorth::directTotal)));
    put(
        Explanation.Change.class,
        List.of(figure("what", (Explanation.Change change) -> Wording.whatIf(change.whatIf()))),
        List.of());
    put(
        Explanation.Component.class,
        List.of(figure("name", (Explanation.Component one) -> Wording.part(one.part()))),
        List.of());
    put(
        DemoAnswer.Stage.class,
        List.of(figure("what", (DemoAnswer.Stage stage) -> Wording.step(stage.step()))),
        List.of());
    put(
        Recommendation.class,
        List.of(figure("topic", Recommendation::topic), advice("action", AdviceText::action)),
        List.of(
            advice("evidence", AdviceText::evidence),
            advice("assumption", AdviceText::assumption),
            advice("would_change", AdviceText::wouldChange)));
  }

  private final List<Derived> before;
  private final List<Derived> after;

  private DerivedKeys(List<Derived> before, List<Derived> after) {
    this.before = before;
    this.after = after;
  }

  /** What a class tells beside its components. */
  static DerivedKeys of(Class<?> type) {
    return BY_CLASS.getOrDefault(type, NONE);
  }

  List<Derived> before() {
    return before;
  }

  List<Derived> after() {
    return after;
  }

  /** Computes one value; empty when words are needed that are not known. */
  @FunctionalInterface
  interface Derivation {
    Optional<Object> of(Record record, Optional<Wording> words);
  }

  /** One key and its value. */
  record Derived(String name, Derivation value) {}

  private static void put(Class<?> type, List<Derived> before, List<Derived> after) {
    BY_CLASS.put(type, new DerivedKeys(before, after));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> Derived figure(String name, Function<T, Object> value) {
    return new Derived(name, (record, words) -> Optional.of(value.apply((T) record)));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> Derived words(
      String name, BiFunction<T, Wording, Object> value) {
    return new Derived(name, (record, words) -> words.map(known -> value.apply((T) record, known)));
  }

  private static Derived advice(String name, Function<AdviceText, Object> value) {
    return words(name, (Recommendation one, Wording words) -> value.apply(words.advice(one)));
  }
}
