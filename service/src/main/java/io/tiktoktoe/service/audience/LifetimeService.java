package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.lifetime.FanValues;
import io.tiktoktoe.audience.lifetime.Holdout;
import io.tiktoktoe.audience.lifetime.LifetimeModel;
import io.tiktoktoe.audience.lifetime.LifetimeValue;
import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.audience.LifetimeAnswer;
import io.tiktoktoe.service.model.audience.LifetimeRequest;
import io.tiktoktoe.table.PurchaseFile;
import io.tiktoktoe.table.PurchaseTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What customers of a plain file will bring, without a store. */
public final class LifetimeService {

  private static final List<String> FIELDS = List.of("customer", "date", "amount");

  private LifetimeService() {}

  /**
   * Reads the purchases of a file.
   *
   * @param names other names of columns: key is the file's, value is customer, date or amount
   * @throws ServiceException.BadRequest if a value of {@code names} is another
   * @throws io.tiktoktoe.table.TableException if the file is no table or one of its rows is wrong
   */
  public static PurchaseTable read(Path file, Map<String, String> names, Call call) {
    for (String field : names.values()) {
      if (!FIELDS.contains(field)) {
        throw new ServiceException.BadRequest(
            "map", "{map} names field %s. Use customer, date or amount.", field);
      }
    }
    return PurchaseFile.read(file, names, call.progress());
  }

  /**
   * Fits the models to the purchases up to the last day of observation and foretells the horizon.
   *
   * @throws ServiceException.BadRequest if nobody had bought by then
   */
  public static LifetimeAnswer value(PurchaseTable table, LifetimeRequest request, Call call) {
    PurchaseLog log = table.log();
    int until = until(log, request);
    PurchaseSummaries customers = PurchaseSummaries.of(log, until);
    int[] known = IntStream.range(0, log.customers()).filter(customers::known).toArray();
    if (known.length == 0) {
      throw noneKnown(log, until, request);
    }
    LifetimeModel model = LifetimeValue.fit(log, until, request.options(call));
    FanValues values = model.expected(customers, request.horizonDays());
    return new LifetimeAnswer(
        request.until(),
        request.horizonDays(),
        model.models(),
        model.holdout(),
        holdout(model, log, until, request),
        model
            .totals(customers, new int[customers.customers()], 1, request.horizonDays())
            .getFirst(),
        leftOut(table),
        () ->
            IntStream.of(known)
                .mapToObj(one -> row(table.customers().get(one), one, customers, values))
                .iterator());
  }

  /** Why nobody had bought by then: all is later, or money only went back. */
  private static ServiceException.BadRequest noneKnown(
      PurchaseLog log, int until, LifetimeRequest request) {
    LocalDate first = LocalDate.ofEpochDay(log.firstDay());
    return until < log.firstDay()
        ? new ServiceException.BadRequest(
            "until",
            "{until} (%s) lies before the first purchase, %s. Choose a later day.",
            request.until(),
            first)
        : new ServiceException.BadRequest(
            "until",
            "nobody has bought by {until} (%s): every amount from %s on is negative, money that"
                + " went back. Turn the signs if these are purchases, or choose a later day.",
            request.until(),
            first);
  }

  private static int until(PurchaseLog log, LifetimeRequest request) {
    long day = request.until().toEpochDay();
    long most = (long) log.lastDay() + 36_525;
    if (day > most || day < Integer.MIN_VALUE) {
      throw new ServiceException.BadRequest(
          "until",
          "{until} (%s) is more than a century after the last purchase, %s. Choose an earlier day.",
          request.until(),
          LocalDate.ofEpochDay(log.lastDay()));
    }
    return (int) day;
  }

  /** What came after the observation, as far as the file and the horizon go. */
  private static Optional<Holdout> holdout(
      LifetimeModel model, PurchaseLog log, int until, LifetimeRequest request) {
    double seen = Math.min((double) log.lastDay() - until, request.horizonDays());
    return seen >= 1 ? Optional.of(model.against(log, until, Math.floor(seen))) : Optional.empty();
  }

  private static Map<String, Long> leftOut(PurchaseTable table) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    reasons.put("without_customer", table.withoutCustomer());
    reasons.put("without_date", table.withoutDate());
    reasons.put("without_amount", table.withoutAmount());
    return reasons;
  }

  private static Map<String, Object> row(
      String name, int one, PurchaseSummaries customers, FanValues values) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("customer", name);
    row.put("x", customers.x()[one]);
    row.put("t_x", customers.recency()[one]);
    row.put("T", customers.age()[one]);
    row.put("p_alive", values.pAlive()[one]);
    row.put("expected_purchases", values.purchases()[one]);
    row.put("expected_value", values.value()[one]);
    row.put("purchases_lo95", values.purchasesLo95()[one]);
    row.put("purchases_hi95", values.purchasesHi95()[one]);
    row.put("lo68", values.lo68()[one]);
    row.put("hi68", values.hi68()[one]);
    row.put("lo95", values.lo95()[one]);
    row.put("hi95", values.hi95()[one]);
    return row;
  }
}
