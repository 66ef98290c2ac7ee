package io.tiktoktoe.store.query;

import io.tiktoktoe.store.query.Subscriptions.Change;
import io.tiktoktoe.store.query.Subscriptions.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One fan's subscriptions on one platform, told apart by product. A renewal of another product goes
 * on with a subscription whose own renewal does not come any more: the fan changed the plan. What
 * names no product belongs to the subscription that was paid last.
 */
final class SubscriptionChains {

  private final List<Happening> happenings;
  private final List<Chain> chains = new ArrayList<>();

  private SubscriptionChains(List<Happening> happenings) {
    this.happenings = happenings;
  }

  /** Each subscription's happenings, in order. O(happenings x subscriptions of the fan). */
  static List<List<Happening>> of(List<Happening> fan) {
    if (fan.stream().map(Happening::product).distinct().count() < 2) {
      return fan.isEmpty() ? List.of() : List.of(fan);
    }
    SubscriptionChains all = new SubscriptionChains(fan);
    fan.forEach(all::add);
    return all.chains.stream().map(chain -> List.copyOf(chain.happenings)).toList();
  }

  /** One subscription so far. */
  private static final class Chain {
    private final List<Happening> happenings = new ArrayList<>();
    private String product;
    private Instant lastPaid = Instant.MIN;
    private boolean ended;

    Chain(String product) {
      this.product = product;
    }

    void add(Happening one) {
      happenings.add(one);
      product = one.product().isEmpty() ? product : one.product();
      if (one.change().isPayment()) {
        lastPaid = one.time();
      }
      ended = one.change() == Change.CANCELED;
    }

    /** When its next payment is overdue. */
    Instant due() {
      return lastPaid.plus(Subscriptions.PAID_FOR).plus(Subscriptions.GRACE);
    }

    boolean isPaidAt(Instant time) {
      return !ended && lastPaid.isAfter(Instant.MIN) && !due().isBefore(time);
    }
  }

  private void add(Happening one) {
    Chain chain =
        sameProduct(one)
            .or(() -> unnamed(one))
            .or(() -> changedPlan(one))
            .orElseGet(
                () -> {
                  Chain fresh = new Chain(one.product());
                  chains.add(fresh);
                  return fresh;
                });
    chain.add(one);
  }

  private Optional<Chain> sameProduct(Happening one) {
    Optional<Chain> same =
        chains.stream().filter(chain -> chain.product.equals(one.product())).findFirst();
    // A subscription that lapsed does not come back while another may have become this product.
    boolean goesOn =
        one.change() != Change.RENEWED
            || same.filter(chain -> chain.isPaidAt(one.time())).isPresent();
    return goesOn ? same : changedPlan(one).or(() -> same);
  }

  /** Without a product on either side there is nothing to tell them apart. */
  private Optional<Chain> unnamed(Happening one) {
    return chains.stream()
        .filter(chain -> one.product().isEmpty() || chain.product.isEmpty())
        .max(Comparator.comparing(chain -> chain.lastPaid));
  }

  private Optional<Chain> changedPlan(Happening one) {
    return one.change() == Change.RENEWED
        ? chains.stream()
            .filter(chain -> !chain.product.equals(one.product()))
            .filter(chain -> chain.isPaidAt(one.time()) && !isRenewedLater(chain, one.time()))
            .max(Comparator.comparing(chain -> chain.lastPaid))
        : Optional.empty();
  }

  /** Whether the subscription's own payment still comes in time. */
  private boolean isRenewedLater(Chain chain, Instant time) {
    return happenings.stream()
        .anyMatch(
            later ->
                later.change() == Change.RENEWED
                    && later.product().equals(chain.product)
                    && !later.time().isBefore(time)
                    && !later.time().isAfter(chain.due()));
  }
}
