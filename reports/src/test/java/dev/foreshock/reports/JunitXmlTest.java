package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The file for continuous integration. */
class JunitXmlTest {
    private static final RunSet PROMO = Fixtures.promo(20);

    @Test
    void thereIsACaseForEachRecordAndGate() throws Exception {
        Document xml = parse(PROMO);
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(first(xml, "testcase").getAttribute("classname")).isEqualTo("viral-promo-surge");
        assertThat(first(xml, "testsuite").getAttribute("tests")).isEqualTo("6");
    }

    @Test
    void gatesFailNothingWhereTheRecordDecides() throws Exception {
        Document xml = parse(PROMO);
        assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(3);
        assertThat(first(xml, "skipped").getAttribute("message")).contains("does not decide", "69.9 %");
    }

    @Test
    void aFailureSaysWhatWasObservedAndWantedAndHowToRepeatIt() throws Exception {
        Document xml = parse(judgedByGates(PROMO.gates()));
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(first(xml, "failure").getTextContent())
                .contains("was 69.9 % (±0.2 pt), wanted <= 5%")
                .contains("replay: foreshock run viral-promo-surge --seed 1177");
    }

    @Test
    void anInconclusiveClaimFailsWithATypeOfItsOwn() throws Exception {
        Document xml = parse(judgedByGates(List.of(PROMO.gates().get(2))));
        assertThat(first(xml, "failure").getAttribute("type")).isEqualTo("inconclusive");
    }

    @Test
    void aClaimThatCouldNotBeEvaluatedIsAnError() throws Exception {
        Judgement error = Fixtures.judged("none", Fixtures.AFFECTED_GATE, null, Verdict.ERROR);
        Document xml = parse(judgedByGates(List.of(error)));
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(first(xml, "testsuite").getAttribute("errors")).isEqualTo("1");
        assertThat(first(xml, "testsuite").getAttribute("failures")).isEqualTo("0");
    }

    @Test
    void anyNameMakesWellFormedXml() throws Exception {
        String name = "a\u0000\u001b<&>\"'\n\uD800 \uFFFF b";
        Judgement odd = Fixtures.judged(name, Fixtures.AFFECTED_GATE, null, Verdict.ERROR);
        Document xml = parse(Fixtures.set(name, PROMO.runs(), List.of(), List.of(odd), JudgedBy.GATES));
        assertThat(first(xml, "testcase").getAttribute("name")).contains("<&>\"'\n");
    }

    private static RunSet judgedByGates(List<Judgement> gates) {
        return Fixtures.set("viral-promo-surge", PROMO.runs(), List.of(), gates, JudgedBy.GATES);
    }

    private static Document parse(RunSet runs) throws Exception {
        String xml = ReportFile.JUNIT_XML.render(runs, Fixtures.CONTEXT);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element first(Document xml, String element) {
        return (Element) xml.getElementsByTagName(element).item(0);
    }
}
