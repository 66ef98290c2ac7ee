package io.tiktoktoe.privacy.ledger;

/**
 * Whose budget a release is taken from: a tenant has one, of which each purpose takes a share.
 *
 * @param tenant whose data are published, such as a platform's name
 * @param purpose for whom
 */
public record BudgetAccount(String tenant, String purpose) {

  private static final int MOST_LETTERS = 200;

  public BudgetAccount {
    requireName("tenant", tenant);
    requireName("purpose", purpose);
  }

  private static void requireName(String field, String name) {
    if (name.isBlank() || name.length() > MOST_LETTERS) {
      throw new IllegalArgumentException(
          "%s (%s) must have 1 to %d letters.".formatted(field, name, MOST_LETTERS));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s must not hold control characters. Name it in plain letters.".formatted(field));
    }
  }
}
