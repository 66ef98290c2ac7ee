package io.tiktoktoe.connect.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones as exports name them: {@code Europe/Berlin}, {@code PDT}, {@code GMT+08:00}. */
final class Zones {

  private static final Set<String> NAMED = ZoneId.getAvailableZoneIds();

  /** Minutes from UTC. A summer's name means summer time whatever the date. */
  private static final Map<String, Integer> ABBREVIATED = abbreviated();

  private Zones() {}

  private static Map<String, Integer> abbreviated() {
    String table =
        """
        HST -600|AKST -540|AKDT -480|PST -480|PDT -420|MST -420|MDT -360|CST -360|CDT -300
        EST -300|EDT -240|AST -240|ADT -180|NST -210|NDT -150|BRT -180|BRST -120|ART -180|CLT -240
        CLST -180|COT -300|PET -300|GMT 0|UTC 0|WET 0|WEST 60|BST 60|CET 60|CEST 120|MEZ 60|MESZ 120
        EET 120|EEST 180|SAST 120|MSK 180|TRT 180|GST 240|PKT 300|ICT 420|WIB 420|SGT 480|HKT 480
        PHT 480|MYT 480|AWST 480|JST 540|KST 540|ACST 570|ACDT 630|AEST 600|AEDT 660|NZST 720
        NZDT 780\
        """;
    Map<String, Integer> zones = new HashMap<>();
    for (String zone : table.strip().split("[|\\n]")) {
      String[] parts = zone.strip().split(" ");
      zones.put(parts[0], Integer.valueOf(parts[1]));
    }
    return Map.copyOf(zones);
  }

  /** The zone of this name, if it is one. */
  static Optional<ZoneId> named(String name) {
    Integer minutes = ABBREVIATED.get(name.toUpperCase(Locale.ROOT));
    if (minutes != null) {
      return Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
    }
    if (NAMED.contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    return name.matches("(?i)(GMT|UTC)?[+-]\\d{1,2}(:?\\d{2})?") ? offset(name) : Optional.empty();
  }

  private static Optional<ZoneId> offset(String name) {
    String digits = name.replaceAll("[^0-9]", "");
    int hours = Integer.parseInt(digits.length() > 2 ? cut(digits, 0, -2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(cut(digits, -2, 0)) : 0;
    int sign = name.indexOf('-') >= 0 ? -1 : 1;
    try {
      return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    } catch (DateTimeException e) {
      // No zone is so far away; the text is taken as a pattern then, which says so.
      return Optional.empty();
    }
  }

  /** A part of a text; what is not above 0 counts from its end. */
  private static String cut(String text, int from, int to) {
    int length = text.length();
    return text.substring(from < 0 ? length + from : from, to <= 0 ? length + to : to);
  }
}
