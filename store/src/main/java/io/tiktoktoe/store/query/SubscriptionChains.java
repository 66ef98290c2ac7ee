package io.tiktoktoe.store.query;

import io.tiktoktoe.store.query.Happening.Change;
import io.tiktoktoe.store.query.SubscriptionPlans.Covered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One fan's subscriptions on one platform, told apart by product. A renewal of another product goes
 * on with a subscription whose own renewal does not come any more: the fan changed the plan; so
 * does a start of another product within a day of a cancelation. What names no product belongs to
 * the subscription that was paid last.
 */
final class SubscriptionChains {

  private static final Duration MOMENT = Duration.ofDays(1);

  private final List<Covered> happenings;
  private final List<Chain> chains = new ArrayList<>();

  private SubscriptionChains(List<Covered> happenings) {
    this.happenings = happenings;
  }

  /** Each subscription's happenings, in order. O(happenings x subscriptions of the fan). */
  static List<List<Covered>> of(List<Covered> fan) {
    if (fan.stream().map(one -> one.what().product()).distinct().count() < 2) {
      return fan.isEmpty() ? List.of() : List.of(fan);
    }
    SubscriptionChains all = new SubscriptionChains(fan);
    fan.forEach(all::add);
    return all.chains.stream().map(chain -> List.copyOf(chain.happenings)).toList();
  }

  /** One subscription so far. */
  private static final class Chain {
    private final List<Covered> happenings = new ArrayList<>();
    private String product;
    private Instant lastPaid = Instant.MIN;
    private Instant until = Instant.MIN;
    private Instant due = Instant.MIN;
    private boolean ended;

    Chain(String product) {
      this.product = product;
    }

    void add(Covered one) {
      happenings.add(one);
      product = one.what().product().isEmpty() ? product : one.what().product();
      if (one.what().change().isPayment()) {
        lastPaid = one.time();
        until = one.until();
        due = one.due();
      }
      ended = one.what().change() == Change.CANCELED;
    }

    boolean isPaidAt(Instant time) {
      return !ended && lastPaid.isAfter(Instant.MIN) && !due.isBefore(time);
    }

    /**
     * Whether another product may be this one's new plan: it is about to end, or it was seen to
     * start, so that another would have been seen to start, too.
     */
    boolean mayChangeAt(Instant time) {
      Duration left = Duration.between(time, until);
      return left.compareTo(SubscriptionPlans.PAID_FOR.plus(SubscriptionPlans.GRACE)) <= 0
          || happenings.getFirst().what().change() == Change.STARTED;
    }
  }

  private void add(Covered one) {
    Chain chain =
        sameProduct(one)
            .or(() -> unnamed(one))
            .or(() -> changedPlan(one))
            .or(() -> switched(one))
            .orElseGet(
                () -> {
                  Chain fresh = new Chain(one.what().product());
                  chains.add(fresh);
                  return fresh;
                });
    chain.add(one);
  }

  private Optional<Chain> sameProduct(Covered one) {
    Optional<Chain> same =
        chains.stream().filter(chain -> chain.product.equals(one.what().product())).findFirst();
    // A subscription that lapsed does not come back while another may have become this product.
    boolean goesOn =
        one.what().change() != Change.RENEWED
            || same.filter(chain -> chain.isPaidAt(one.time())).isPresent();
    return goesOn ? same : changedPlan(one).or(() -> same);
  }

  /** Without a product on either side there is nothing to tell them apart. */
  private Optional<Chain> unnamed(Covered one) {
    return chains.stream()
        .filter(chain -> one.what().product().isEmpty() || chain.product.isEmpty())
        .max(Comparator.comparing(chain -> chain.lastPaid));
  }

  private Optional<Chain> changedPlan(Covered one) {
    return one.what().change() == Change.RENEWED
        ? chains.stream()
            .filter(chain -> !chain.product.equals(one.what().product()))
            .filter(chain -> chain.isPaidAt(one.time()) && chain.mayChangeAt(one.time()))
            .filter(chain -> !isRenewedLater(chain, one.time()))
            // A plan is changed when it would have been paid.
            .min(Comparator.comparing(chain -> Duration.between(chain.until, one.time()).abs()))
        : Optional.empty();
  }

  /** The subscription that was canceled a moment ago for the sake of this one. */
  private Optional<Chain> switched(Covered one) {
    return one.what().change() == Change.STARTED
        ? chains.stream()
            .filter(chain -> chain.ended && chain.lastPaid.isAfter(Instant.MIN))
            .filter(chain -> !chain.happenings.getLast().time().plus(MOMENT).isBefore(one.time()))
            .max(Comparator.comparing(chain -> chain.lastPaid))
        : Optional.empty();
  }

  /** Whether the subscription's own payment still comes in time. */
  private boolean isRenewedLater(Chain chain, Instant time) {
    return happenings.stream()
        .anyMatch(
            later ->
                later.what().change() == Change.RENEWED
                    && later.what().product().equals(chain.product)
                    && !later.time().isBefore(time)
                    && !later.time().isAfter(chain.due));
  }
}
