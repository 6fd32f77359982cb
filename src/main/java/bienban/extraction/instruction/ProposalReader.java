package bienban.extraction.instruction;

import bienban.extraction.Draft.Proposal;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads requests of subordinate bodies, and the answer where the report gives one. */
public final class ProposalReader {
    private static final Phrases ANSWERS = Phrases.of(
            "đối với các kiến nghị",
            "đối với một số kiến nghị",
            "đối với những kiến nghị",
            "đối với kiến nghị",
            "đối với các nội dung kiến nghị",
            "đối với các đề xuất",
            "đối với những đề xuất",
            "đối với các kiến nghị, đề xuất",
            "đối với các đề xuất, kiến nghị",
            "về các kiến nghị",
            "về những kiến nghị",
            "về kiến nghị",
            "trả lời các kiến nghị",
            "giải đáp các kiến nghị",
            "liên quan đến kiến nghị",
            "đối với các ý kiến kiến nghị",
            "đối với những nội dung kiến nghị",
            "về các đề xuất",
            "các kiến nghị, đề xuất");

    private ProposalReader() {}

    /** Reads them; {@code taken} are the starts of sentences that are directives. */
    public static List<Found<Proposal>> read(Clean article, Set<Integer> taken) {
        var proposals = new ArrayList<Found<Proposal>>();
        String answer = null;
        for (var sentence : article.prose()) {
            var tokens = sentence.tokens();
            if (ANSWERS.find(tokens, 0, Math.min(tokens.size(), 10)) >= 0) {
                answer = write(article, sentence);
            } else if (!taken.contains(sentence.start())
                    && Proposers.ask(sentence, Force.order(tokens, 0, tokens.size()))) {
                var proposer = Proposers.proposer(article.text(), sentence);
                var proposal = new Proposal(write(article, sentence), proposer, null, Topics.of(tokens));
                proposals.add(new Found<>(proposal, sentence.start(), sentence.end(), 0.75, "proposal.asked"));
            }
        }
        return answered(proposals, answer);
    }

    private static List<Found<Proposal>> answered(List<Found<Proposal>> proposals, String answer) {
        if (answer == null) {
            return proposals;
        }
        return proposals.stream()
                .map(found -> new Found<>(
                        new Proposal(
                                found.value().text(),
                                found.value().proposer(),
                                answer,
                                found.value().topics()),
                        found.start(),
                        found.end(),
                        found.confidence(),
                        found.rule()))
                .toList();
    }

    private static String write(Clean article, Sentence sentence) {
        return Spaces.single(article.text().substring(sentence.start(), sentence.end()));
    }
}
