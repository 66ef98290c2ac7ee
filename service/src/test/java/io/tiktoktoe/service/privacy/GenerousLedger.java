package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grants everything. */
final class GenerousLedger implements BudgetLedger, StreamLedger {

  private final Map<String, byte[]> answers = new HashMap<>();

  @Override
  public Charge charge(BudgetAccount account, String key, String about, Price price) {
    byte[] known = answers.get(key);
    return known == null ? new Charge.Granted() : new Charge.Answered(known);
  }

  @Override
  public byte[] keep(BudgetAccount account, String key, byte[] answer) {
    answers.put(key, answer);
    return answer;
  }

  private final List<byte[]> steps = new ArrayList<>();

  @Override
  public StepCharge charge(BudgetAccount account, StreamStep step) {
    byte[] known = answers.get(step.key());
    return known == null
        ? new StepCharge.Granted(
            steps.size(), steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()))
        : new StepCharge.Otherwise(new Charge.Answered(known));
  }

  @Override
  public List<byte[]> answers(BudgetAccount account, String stream) {
    return List.copyOf(steps);
  }

  @Override
  public boolean isAnswered(BudgetAccount account, String key) {
    return answers.containsKey(key);
  }

  /** As an older program would have kept them: without the window and its last commit. */
  void makeOlder() {
    answers.replaceAll((key, answer) -> older(answer));
    steps.replaceAll(GenerousLedger::older);
  }

  private static byte[] older(byte[] answer) {
    ByteBuffer made = ByteBuffer.wrap(answer);
    ByteBuffer older = ByteBuffer.allocate(answer.length - 24);
    older.putInt(2).putLong(made.getLong(4));
    return older.put(answer, 36, answer.length - 36).array();
  }

  @Override
  public Optional<byte[]> keep(BudgetAccount account, StreamStep step, long number, byte[] answer) {
    steps.add(answer);
    return Optional.of(keep(account, step.key(), answer));
  }
}
