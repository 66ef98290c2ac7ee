package io.tiktoktoe.store.ingest;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.stage.EventAttributes;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.text.JsonText;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Puts events that exist as objects into a stage relation through DuckDB's appender. */
public final class EventAppender {

  /** The relation that {@link #stage} fills. */
  public static final StageRelation RELATION =
      StageRelation.seekable("SELECT * FROM appended", "events of this program");

  private EventAppender() {}

  /** Replaces what the relation holds by these events. */
  public static void stage(Writer.Session session, List<Event> events) throws SQLException {
    String columns =
        StageRelation.COLUMNS.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));
    session.run(SqlTemplate.named("duckdb/ingest/appended").with("columns", columns).sql());
    DuckDBConnection connection = session.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "appended")) {
      long line = 0;
      for (Event event : events) {
        line++;
        new Line(appender, event).append(line);
      }
    }
  }

  /** One event on its way into the appender, column by column in the order of the relation. */
  private record Line(DuckDBAppender appender, Event event) {

    void append(long line) throws SQLException {
      Context context = event.context();
      appender.beginRow();
      appender.append(line);
      text(context.id());
      text(context.source());
      appender.append(LocalDateTime.ofInstant(context.time(), ZoneOffset.UTC));
      text(null);
      text(event.type().wireName());
      text(context.creator());
      text(context.fan());
      text(context.content());
      text(context.product());
      money();
      demographics(context.demographics());
      behaviour();
      term();
      text(event instanceof Event.IdentityLink link ? link.otherFan() : null);
      text(attributes());
      text(null);
      text(null);
      text(null);
      text(null);
      appender.endRow();
    }

    private void money() throws SQLException {
      @Nullable Payment payment = payment();
      @Nullable Money amount = payment == null ? asked() : payment.gross();
      text(null);
      number(amount == null ? null : amount.minorUnits());
      text(amount == null ? currencyOfAnswers() : amount.currency().getCurrencyCode());
      text(null);
      number(payment == null ? null : payment.fee().minorUnits());
      text(null);
      number(payment == null ? null : payment.tax().minorUnits());
      number(
          event instanceof Event.Interaction interaction
              ? Long.valueOf(interaction.behaviour().count())
              : payment == null ? null : Long.valueOf(payment.quantity()));
      text(event instanceof Event.Reversal reversal ? reversal.refersTo() : refersTo());
      text(payment == null ? null : payment.state().name().toLowerCase(Locale.ROOT));
    }

    private @Nullable Payment payment() {
      return switch (event) {
        case Event.Tip tip -> tip.payment();
        case Event.SubscriptionStarted started -> started.payment();
        case Event.SubscriptionRenewed renewed -> renewed.payment();
        case Event.AdRevenue ad -> ad.payment();
        case Event.MerchandiseOrder order -> order.payment();
        case Event.BrandDeal deal -> deal.payment();
        case Event.Reversal reversal -> reversal.payment();
        case Event.SubscriptionCanceled canceled -> null;
        case Event.SubscriptionPaymentFailed failed -> null;
        case Event.Interaction interaction -> null;
        case Event.PriceExposure exposure -> null;
        case Event.VanWestendorpSurvey survey -> null;
        case Event.GaborGrangerSurvey survey -> null;
        case Event.PlatformHealth health -> null;
        case Event.Cost cost -> cost.payment();
        case Event.PriceObserved observed -> null;
        case Event.DecisionTaken taken -> null;
        case Event.IdentityLink link -> null;
        case Event.CampaignPlanned planned -> null;
      };
    }

    /** Money that is named without moving. */
    private @Nullable Money asked() {
      return switch (event) {
        case Event.SubscriptionPaymentFailed failed -> failed.attempted();
        case Event.PriceExposure exposure -> exposure.price();
        case Event.GaborGrangerSurvey survey -> survey.price();
        case Event.PriceObserved observed -> observed.price();
        case Event.CampaignPlanned planned -> planned.plan().goal();
        // The four answers stand among the attributes; only their currency has a column.
        case Event.VanWestendorpSurvey survey -> null;
        case Event other -> null;
      };
    }

    private @Nullable String currencyOfAnswers() {
      return event instanceof Event.VanWestendorpSurvey survey
          ? survey.cheap().currency().getCurrencyCode()
          : null;
    }

    private @Nullable String refersTo() {
      return event.context().attributes().get("refers_to");
    }

    private void demographics(Demographics demographics) throws SQLException {
      text(demographics.country());
      text(demographics.ageBand());
      text(demographics.gender());
      text(demographics.device());
    }

    private void behaviour() throws SQLException {
      // As in the files, what was not measured is missing rather than zero.
      if (event instanceof Event.Interaction(Context context, var kind, Behaviour behaviour)
          && (behaviour.watchMs() > 0 || behaviour.durationMs() > 0)) {
        number(behaviour.watchMs());
        number(behaviour.durationMs());
        appender.append(behaviour.completed());
      } else {
        appender.appendNull();
        appender.appendNull();
        appender.appendNull();
      }
      if (event instanceof Event.PlatformHealth health) {
        appender.append(health.value());
      } else {
        appender.appendNull();
      }
    }

    private void term() throws SQLException {
      SubscriptionTerm term =
          switch (event) {
            case Event.SubscriptionStarted started -> started.term();
            case Event.SubscriptionRenewed renewed -> renewed.term();
            case Event other -> SubscriptionTerm.UNKNOWN;
          };
      text(term.interval() == null ? null : term.interval().toString());
      text(term.paidUntil() == null ? null : term.paidUntil().toString());
      text(term.trial() ? "true" : null);
    }

    /** The sender's attributes and what the model itself keeps there, as JSON with sorted keys. */
    private @Nullable String attributes() {
      Map<String, String> all = new TreeMap<>(event.context().attributes());
      all.remove("refers_to");
      all.putAll(EventAttributes.of(event));
      return all.isEmpty() ? null : JsonText.object(all);
    }

    private void text(@Nullable String value) throws SQLException {
      if (value == null) {
        appender.appendNull();
      } else {
        appender.append(value);
      }
    }

    private void number(@Nullable Long value) throws SQLException {
      if (value == null) {
        appender.appendNull();
      } else {
        appender.append(value.longValue());
      }
    }
  }
}
