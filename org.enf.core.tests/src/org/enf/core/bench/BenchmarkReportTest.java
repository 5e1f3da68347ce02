package org.enf.core.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The tables of {@code enf bench}. */
public final class BenchmarkReportTest {
  private static final Machine MACHINE =
      new Machine("a processor", 2, "a system", "a JVM", 1 << 30);

  private static EvaluationResult result(String engine, int threads, double seconds, double peak) {
    Map<Operation, Double> times =
        Map.of(
            Operation.VALUE, seconds,
            Operation.PRODUCT, 2 * seconds,
            Operation.COTANGENT_PRODUCT, 4 * seconds,
            Operation.REVERSE, 6 * seconds);
    return new EvaluationResult(EvaluationCase.DW4, engine, threads, times, peak);
  }

  private static BenchmarkReport report(EvaluationResult... evaluations) {
    return new BenchmarkReport(
        MACHINE,
        List.of("one engine", "another engine"),
        5,
        List.of(evaluations),
        List.of(
            new TrainingResult(
                TrainingCase.QM9_128, "cpu", 2, 3, 4, 20, new MemoryPeak(500_000_000, -1))),
        List.of(new SamplingResult("cpu", 2, 100, 1, 5, 4, 66.5)));
  }

  private static String row(List<String> lines, String begin) {
    return lines.stream().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  private static List<String> cells(String row) {
    return List.of(row.substring(2, row.length() - 2).split(" +\\| +"));
  }

  @Test
  public void rowsSayHowManyTimesAsFastAndWhichShareOfThePeak() {
    double rate = EvaluationCase.DW4.operations(Operation.VALUE);
    List<String> lines =
        report(
                result("cpu", 1, 0.001, rate / 0.0008),
                result("cpu", 2, 0.0005, rate / 0.0008),
                result("nd4j", 1, 0.01, rate / 0.0008))
            .markdown();
    List<String> rows = lines.stream().filter(line -> line.startsWith("| dw4")).toList();
    assertEquals(
        List.of("cpu", "2", "0.500", "1.00", "2.00", "3.00"), cells(rows.get(1)).subList(2, 8));
    assertEquals(List.of("80 %", "20.0", "2.00"), cells(rows.get(1)).subList(9, 12));
    assertEquals(List.of("80 %", "10.0", "1.00"), cells(rows.get(0)).subList(9, 12));
    assertEquals(List.of("8 %", "1.00", "1.00"), cells(rows.get(2)).subList(9, 12));
  }

  @Test
  public void whatCouldNotBeMeasuredIsADash() {
    List<String> lines = report(result("cpu", 2, 0.001, Double.NaN)).markdown();
    assertEquals(List.of("–", "–", "–"), cells(row(lines, "| dw4")).subList(9, 12));
    assertTrue(lines.toString(), lines.contains("The peak could not be measured."));
    assertEquals("–", cells(row(lines, "| train-qm9-128")).get(10));
  }

  @Test
  public void trainingAndSamplingShowEvaluationsBesideSeconds() {
    List<String> lines = report().markdown();
    assertEquals(
        List.of("cpu", "2", "3", "4.00", "20.0", "200", "2.50", "500"),
        cells(row(lines, "| train-qm9-128")).subList(2, 10));
    assertEquals(
        List.of("cpu", "2", "100", "1", "5", "4.00", "25.0", "40.0", "66.5"),
        cells(row(lines, "| cpu")));
  }

  @Test
  public void machineAndEnginesAreNamed() {
    List<String> lines = report().markdown();
    assertTrue(lines.contains("* machine: a processor, 2 cores"));
    assertTrue(lines.contains("* Java: a JVM, heap of at most 1,074 MB"));
    assertTrue(lines.contains("* engine: another engine"));
  }

  @Test
  public void csvHasAFigureALine() {
    List<String> lines = BenchmarkCsv.lines(report(result("cpu", 1, 0.001, Double.NaN)));
    assertEquals("case,engine,threads,quantity,value,unit", lines.get(0));
    assertEquals("dw4,cpu,1,value,0.001,s", lines.get(1));
    assertTrue(lines.contains("train-qm9-128,cpu,2,step,4.0,s"));
    assertTrue(lines.contains("train-qm9-128,cpu,2,evaluations,20.0,"));
    assertTrue(lines.contains("sample,cpu,2,all molecules,4.0,s"));
    lines.forEach(line -> assertEquals(line, 5, line.chars().filter(c -> c == ',').count()));
  }

  @Test
  public void figuresHaveThreeDigits() {
    assertEquals("0.123", BenchmarkReport.figure(0.1234));
    assertEquals("1.00", BenchmarkReport.figure(0.9996));
    assertEquals("12.3", BenchmarkReport.figure(12.34));
    assertEquals("123", BenchmarkReport.figure(123.4));
    assertEquals("12,345", BenchmarkReport.figure(12345));
    assertEquals("–", BenchmarkReport.figure(Double.NaN));
  }

  @Test
  public void columnsOfATableStandBelowEachOther() {
    MarkdownTable table = new MarkdownTable(1, "name", "n");
    table.row("a", "1,000");
    assertEquals(
        List.of("| name |     n |", "|------|------:|", "| a    | 1,000 |"), table.lines());
  }

  @Test
  public void thisMachineHasAName() {
    Machine here = Machine.here();
    assertTrue(here.toString(), !here.processor().isBlank() && here.cores() > 0);
    assertTrue(here.toString(), here.jvm().contains(System.getProperty("java.vm.name")));
  }
}
