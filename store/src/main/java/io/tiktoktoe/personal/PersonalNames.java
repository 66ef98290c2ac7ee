package io.tiktoktoe.personal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names under which fields, columns and attributes hold what is personal: mail, names of
 * persons, addresses, telephone and network addresses, birthdays, and RevenueCat's {@code
 * subscriber_attributes}, which hold all of these. Case, accents, separators and {@code camelCase}
 * do not matter; English, German, French, Spanish, Portuguese and Japanese words are known. Beside
 * them the names of texts that people write, and of numbers that are none of a person.
 */
public final class PersonalNames {

  /** The fields of native events that are a fan. */
  public static final Set<String> FANS = Set.of("fan", "other_fan");

  /** Personal wherever they stand within a name. */
  private static final List<String> PARTS =
      folded(
          "mail",
          "courriel",
          "correo",
          "phone",
          "telefon",
          "telephone",
          "msisdn",
          "firstname",
          "lastname",
          "surname",
          "vorname",
          "nachname",
          "prenom",
          "apellido",
          "sobrenome",
          "subscriberattributes",
          "ipaddr",
          "birthday",
          "birthdate",
          "dateofbirth",
          "geburt",
          "postalcode",
          "postcode",
          "zipcode",
          "street",
          "strasse",
          "anschrift",
          "iban",
          "rufnummer",
          "contactnumber",
          "\u30e1\u30fc\u30eb",
          "\u6c0f\u540d",
          "\u540d\u524d",
          "\u4f4f\u6240",
          "\u96fb\u8a71");

  /** Personal as a word of a name. */
  private static final Set<String> WORDS =
      Set.of(
          "address",
          "addresses",
          "adresse",
          "direccion",
          "endereco",
          "addressee",
          "ip",
          "ipv4",
          "ipv6",
          "zip",
          "plz",
          "city",
          "ville",
          "ciudad",
          "cidade",
          "tel",
          "fax",
          "mobile",
          "cell",
          "handy",
          "dob",
          "nom",
          "nombre",
          "nome",
          "ssn",
          "passport",
          "rue",
          "whatsapp");

  /** What people write to each other stands under these words of a name. */
  private static final Set<String> FREE_TEXT =
      Set.of(
          "note",
          "notes",
          "message",
          "messages",
          "msg",
          "remark",
          "remarks",
          "comment",
          "comments",
          "memo",
          "greeting",
          "dedication",
          "nachricht",
          "notiz",
          "bemerkung",
          "kommentar",
          "gruss",
          "commentaire",
          "remarque",
          "mensaje",
          "comentario",
          "mensagem",
          "\u30e1\u30c3\u30bb\u30fc\u30b8",
          "\u30b3\u30e1\u30f3\u30c8");

  /** Ids and dates, which look like telephone numbers, stand under names that end so. */
  private static final Set<String> NUMBERS =
      Set.of(
          "id",
          "ids",
          "ref",
          "reference",
          "refers",
          "sku",
          "ean",
          "gtin",
          "isbn",
          "upc",
          "asin",
          "date",
          "time",
          "datum",
          "timestamp",
          "day",
          "created",
          "updated",
          "at",
          "until",
          "version",
          "hash",
          "key",
          "uuid",
          "fecha");

  /** What has numbers of its own; {@code order_contact} is none. */
  private static final Set<String> THINGS =
      Set.of(
          "order",
          "orders",
          "invoice",
          "receipt",
          "transaction",
          "txn",
          "payment",
          "charge",
          "payout",
          "transfer",
          "tracking",
          "refers",
          "rechnung",
          "bestellung",
          "rechnungsnummer",
          "bestellnummer");

  /** How such a number is called behind its thing. */
  private static final Set<String> NUMBERED =
      Set.of("number", "numbers", "no", "nr", "num", "nummer", "numero", "code", "to");

  /** What has a name without being a person. */
  private static final Pattern THING =
      Pattern.compile(
          ".*(product|item|sku|file|event|tier|plan|campaign|video|channel|content|show|shop|store"
              + "|title|page|stream|game|category|country|currency|column|field|host|domain|brand"
              + "|vendor|playlist|album|track|song|series|season|source|device|browser|app|offer"
              + "|discount|coupon|code|collection|list|group|tag|network|platform|template|test"
              + "|experiment|variant|model|type|method|service|package|course|project|goal|reward"
              + "|badge|emote|medium)name");

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Names looked at, of which files have few; a hostile one may have many. */
  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;
  private static final int LONGEST_KNOWN = 100;

  private PersonalNames() {}

  /** Whether a field of this name holds what is personal. */
  public static boolean has(String field) {
    if (field.length() > LONGEST_KNOWN) {
      return isPersonal(field);
    }
    if (KNOWN.size() > MOST_KNOWN) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(field, PersonalNames::isPersonal);
  }

  /** Whether a field of this name holds what somebody wrote to somebody, such as a message. */
  static boolean isFreeText(String field) {
    return Arrays.stream(words(field)).anyMatch(FREE_TEXT::contains);
  }

  /**
   * Whether a field of this name holds numbers or dates, none of them a telephone's: an id, or the
   * number of an order, a product or the like; {@code number} alone may be anybody's.
   */
  static boolean isNumber(String field) {
    String[] words = words(field);
    if (words.length == 0) {
      return false;
    }
    String last = words[words.length - 1];
    boolean ofThing = Arrays.stream(words).anyMatch(THINGS::contains);
    return NUMBERS.contains(last) || ofThing && (THINGS.contains(last) || NUMBERED.contains(last));
  }

  private static String[] words(String field) {
    return NO_LETTER.split(folded(CAMEL.matcher(field).replaceAll(" ")).strip());
  }

  private static boolean isPersonal(String field) {
    String[] words = words(field);
    String squashed = String.join("", words);
    return PARTS.stream().anyMatch(squashed::contains)
        || Arrays.stream(words).anyMatch(WORDS::contains)
        || squashed.endsWith("name") && !THING.matcher(squashed).matches();
  }

  /**
   * An expression of RE2 that nearly every JSON text meets from which {@link PersonalData#hidden}
   * takes something, and few others: a word of a personal name, an address, a number, letters
   * written by their number or with accents.
   */
  public static String suspect() {
    String capitals =
        WORDS.stream()
            .map(word -> Character.toUpperCase(word.charAt(0)) + "(?i:" + word.substring(1) + ")")
            .collect(Collectors.joining("|"));
    return "(?i:name|birth|post|subscriber|addr|"
        + PARTS.stream().filter(part -> part.charAt(0) < 0x80).collect(Collectors.joining("|"))
        + ")|(?:\\b|_)(?i:"
        + String.join("|", WORDS)
        + ")|[a-z](?:"
        + capitals
        + ")|@|%40|\\\\u|[^\\x00-\\x7F]|\\+[0-9]|[0-9]\\.[0-9]{1,3}\\.[0-9]|::"
        + "|[0-9a-fA-F]:[0-9a-fA-F]{1,4}:|[0-9]{3}[-. ][0-9]{4}|"
        + NationalPhones.SUSPECT;
  }

  private static List<String> folded(String... parts) {
    return Arrays.stream(parts).map(PersonalNames::folded).toList();
  }

  /** Lower case without accents: the way of writing in which names are compared. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replace("\u00df", "ss")
        .toLowerCase(Locale.ROOT);
  }
}
