package bienban.extraction.clean;

import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of a page's main part, a paragraph a line, with what its markup says of title, date and captions. */
final class HtmlText {
    private static final String NOISE =
            "script,style,noscript,template,nav,aside,form,iframe,select,button,input,textarea,svg,object,footer,video,audio";
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "td",
            "th",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "figcaption",
            "caption",
            "section",
            "article",
            "main",
            "header",
            "tr",
            "table",
            "ul",
            "ol",
            "figure",
            "center",
            "dd",
            "dt",
            "pre",
            "address",
            "time");
    private static final int DEEPEST = 400;

    private final String text;
    private final String title;
    private final String publishedAt;
    private final Set<String> captions;

    private HtmlText(String text, String title, String publishedAt, Set<String> captions) {
        this.text = text;
        this.title = title;
        this.publishedAt = publishedAt;
        this.captions = captions;
    }

    static HtmlText of(String html) {
        var document = Jsoup.parse(html);
        var published = published(document);
        var title = title(document);
        document.select(NOISE).remove();
        var main = main(document.body());
        var captions = new HashSet<String>();
        var lines = new ArrayList<String>();
        if (title != null) {
            lines.add(title);
        }
        addDates(document, main, lines);
        collect(main, lines, captions);
        return new HtmlText(String.join("\n\n", lines), title, published, captions);
    }

    String text() {
        return text;
    }

    String title() {
        return title;
    }

    String publishedAt() {
        return publishedAt;
    }

    void markCaptions(List<Line> lines, String canonical) {
        for (var line : lines) {
            if (line.isOpen() && captions.contains(Spaces.single(canonical.substring(line.start(), line.end())))) {
                line.block = Block.caption;
            }
        }
    }

    private static String title(Document document) {
        for (var heading : document.select("h1")) {
            var heard = Spaces.single(heading.text());
            if (heard.split(" ").length >= 5) {
                return heard;
            }
        }
        var meta = document.selectFirst("meta[property=og:title]");
        var stated = meta != null ? meta.attr("content") : document.title();
        stated = stated == null ? "" : Spaces.single(stated);
        return stated.split(" ").length >= 5 ? stated : null;
    }

    private static String published(Document document) {
        var meta = document.selectFirst(
                "meta[property=article:published_time],meta[name=pubdate],meta[itemprop=datePublished],meta[name=DC.date.issued]");
        if (meta != null && meta.attr("content").length() >= 10) {
            return meta.attr("content");
        }
        var time = document.selectFirst("time[datetime]");
        return time != null && time.attr("datetime").length() >= 10 ? time.attr("datetime") : null;
    }

    /** Date lines that stand before or beside the main part. */
    private static void addDates(Document document, Element main, List<String> lines) {
        for (var element : document.select(
                "[class*=date],[class*=time],[class*=ngay],[id*=date],[class*=author],[class*=tacgia]")) {
            var heard = Spaces.single(element.text());
            boolean inside = element.equals(main) || element.parents().contains(main);
            if (!inside
                    && heard.length() >= 8
                    && heard.length() <= 90
                    && heard.chars().anyMatch(Character::isDigit)) {
                lines.add(heard);
                return;
            }
        }
    }

    /** The element with most prose of its own, widened while its parent adds more prose. */
    private static Element main(Element body) {
        IdentityHashMap<Element, Integer> scores = new IdentityHashMap<>();
        for (var element : body.select("p,div,td,li,span,section,article,blockquote")) {
            int own = ownProse(element);
            if (own > 0 && element.parent() != null) {
                scores.merge(element, own / (element.normalName().equals("p") ? 4 : 1), Integer::sum);
                scores.merge(element.parent(), own, Integer::sum);
                if (element.parent().parent() != null) {
                    scores.merge(element.parent().parent(), own / 2, Integer::sum);
                }
            }
        }
        Element best = body;
        int bestScore = 0;
        for (var entry : scores.entrySet()) {
            if (entry.getValue() > bestScore) {
                best = entry.getKey();
                bestScore = entry.getValue();
            }
        }
        return widened(best, body);
    }

    private static Element widened(Element best, Element body) {
        int prose = prose(best);
        while (!best.equals(body) && best.parent() != null && !best.parent().equals(body)) {
            int wider = prose(best.parent());
            if (wider <= prose + prose / 20) {
                break;
            }
            best = best.parent();
            prose = wider;
        }
        return best;
    }

    private static int prose(Element element) {
        int prose = 0;
        for (var part : element.getAllElements()) {
            prose += ownProse(part);
        }
        return prose;
    }

    /** The length of an element's own text when it is prose: long, punctuated, no link. */
    private static int ownProse(Element element) {
        if (element.normalName().equals("a") || element.closest("a") != null) {
            return 0;
        }
        int length = 0;
        for (var node : element.childNodes()) {
            if (node instanceof TextNode words) {
                length += words.text().length();
            } else if (node instanceof Element child
                    && !BLOCKS.contains(child.normalName())
                    && !child.normalName().equals("a")) {
                length += child.ownText().length();
            }
        }
        return length >= 60 ? length : 0;
    }

    private static void collect(Element main, List<String> lines, Set<String> captions) {
        var current = new StringBuilder();
        walk(main, current, lines, captions, 0);
        flush(current, lines);
    }

    private static void walk(Node node, StringBuilder current, List<String> lines, Set<String> captions, int depth) {
        if (node instanceof TextNode words) {
            current.append(words.getWholeText());
            return;
        }
        if (!(node instanceof Element element) || depth > DEEPEST) {
            return;
        }
        boolean block =
                BLOCKS.contains(element.normalName()) || element.normalName().equals("br");
        if (block) {
            flush(current, lines);
        }
        if (block && isLinkList(element)) {
            return;
        }
        for (var child : element.childNodes()) {
            walk(child, current, lines, captions, depth + 1);
        }
        if (block) {
            var written = flush(current, lines);
            if (written != null && isCaption(element)) {
                captions.add(written);
            }
        }
    }

    private static String flush(StringBuilder current, List<String> lines) {
        var line = Spaces.single(current.toString());
        current.setLength(0);
        if (line.isEmpty()) {
            return null;
        }
        lines.add(line);
        return line;
    }

    private static boolean isCaption(Element element) {
        var names = (element.className() + " " + element.normalName()).toLowerCase(Locale.ROOT);
        return names.contains("caption");
    }

    /** A menu or a list of other headlines: three or more links that make up most of the text. */
    private static boolean isLinkList(Element element) {
        if (!Set.of("ul", "ol", "div", "table", "section", "tr").contains(element.normalName())) {
            return false;
        }
        var links = element.select("a[href]");
        if (links.size() < 2) {
            return false;
        }
        int linked = links.stream().mapToInt(link -> link.text().length()).sum();
        return linked * 10 > element.text().length() * 7;
    }
}
