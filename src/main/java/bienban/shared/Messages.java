package bienban.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that callers read, Vietnamese unless English is preferred. */
public final class Messages {
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Messages() {}

    /** The language to answer in; {@code Accept-Language} decides, the first of vi and en wins. */
    public static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .filter(l -> l.getLanguage().equals("vi") || l.getLanguage().equals("en"))
                .map(l -> l.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE)
                .findFirst()
                .orElse(VIETNAMESE);
    }

    /** The words for the key, or the others where there are none. */
    public static String textOr(Locale language, String key, String others) {
        return bundle(language).containsKey(key) ? text(language, key, List.of()) : others;
    }

    /** As {@link #language(List)}, from the header as it came; one that cannot be read asks for nothing. */
    public static Locale language(String acceptLanguage) {
        try {
            return acceptLanguage == null
                    ? VIETNAMESE
                    : language(Locale.LanguageRange.parse(acceptLanguage).stream()
                            .filter(r -> r.getWeight() > 0)
                            .map(r -> Locale.forLanguageTag(r.getRange()))
                            .toList());
        } catch (IllegalArgumentException e) {
            return VIETNAMESE;
        }
    }

    public static String text(Locale language, String key, List<?> arguments) {
        // Numbers are shown as they go over the wire, without the grouping of a locale.
        Object[] shown = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(bundle(language).getString(key), language).format(shown);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "bienban.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }
}
