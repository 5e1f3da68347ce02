package org.enf.knime.reader;

import java.util.Optional;
import org.enf.knime.execution.Requirements;
import org.enf.knime.reader.ReaderLayout.Choice;
import org.enf.knime.reader.ReaderLayout.Source;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the QM9 Reader. Their names are keys in saved workflows and stay as they are. */
@SuppressWarnings("restriction") // KNIME offers file choosers by no other package.
final class ReaderParameters implements NodeParameters {
  private static final int MOST_ATOMS = 1000;

  @Widget(
      title = "File or folder",
      description =
          "XYZ, QM9's XYZ or SDF, plain, .gz or .bz2; a tar archive or a folder of such files, for"
              + " example QM9's dsgdb9nsd.xyz.tar.bz2. A path on this computer, a knime:// or another"
              + " URL.")
  @LocalFileReaderWidget(placeholder = "dsgdb9nsd.xyz.tar.bz2")
  @Layout(Source.class)
  String source = "";

  @Widget(
      title = "List of molecules to leave out",
      description =
          "A text file with the numbers of molecules to leave out, as QM9's uncharacterized.txt;"
              + " empty for none.",
      advanced = true)
  @LocalFileReaderWidget(placeholder = "uncharacterized.txt")
  @Layout(Source.class)
  String exclusionList = "";

  @Widget(
      title = "Broken records",
      description = "What to do where a record of the file cannot be read.",
      advanced = true)
  @ValueSwitchWidget
  @Layout(Source.class)
  BrokenRecords brokenRecords = BrokenRecords.SKIP;

  @Widget(title = "Rows", description = "Which of the molecules become rows.")
  @ValueSwitchWidget
  @ValueReference(ReaderLayout.RowsReference.class)
  @Layout(Choice.class)
  Rows rows = Rows.ALL;

  @Widget(title = "Number of rows", description = "How many molecules become rows at most.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = ReaderLayout.IsLimited.class, type = EffectType.SHOW)
  @Layout(Choice.class)
  int count = 1000;

  @Widget(title = "Seed", description = "Determines which molecules are chosen at random.")
  @Effect(predicate = ReaderLayout.IsRandom.class, type = EffectType.SHOW)
  @Layout(Choice.class)
  long seed;

  @Widget(
      title = "Most heavy atoms",
      description = "Leaves out molecules with more atoms that are no hydrogen.",
      advanced = true)
  @OptionalWidget(defaultProvider = ReaderLayout.NineAtoms.class)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Choice.class)
  Optional<Integer> mostHeavyAtoms = Optional.empty();

  @Widget(
      title = "Elements",
      description =
          "Leaves out molecules with others, for example \"H, C, N, O\"; empty for no such filter.",
      advanced = true)
  @Layout(Choice.class)
  String elements = "";

  @Widget(
      title = "Columns for QM9's properties",
      description =
          "Adds the 15 computed properties of QM9, with missing values where the file has none.")
  @Layout(Choice.class)
  boolean properties = true;

  /** Which molecules become rows. */
  enum Rows {
    @Label(value = "All", description = "All.")
    ALL,

    @Label(value = "First", description = "The first ones of the file.")
    FIRST,

    @Label(
        value = "Random",
        description = "Some at random, in the order of the file, which is read twice for that.")
    RANDOM
  }

  /** What to do at a broken record. */
  enum BrokenRecords {
    @Label(value = "Skip", description = "It is skipped, and a warning counts them.")
    SKIP,

    @Label(value = "Fail", description = "The node fails and says what is wrong.")
    FAIL
  }

  @Override
  public void validate() throws InvalidSettingsException {
    Requirements.inRange("Number of rows", count, 1, Integer.MAX_VALUE);
    // where the mark that it is switched off got lost, KNIME takes it for switched on, with 0
    if (mostHeavyAtoms.isPresent()) {
      Requirements.inRange("Most heavy atoms", mostHeavyAtoms.get(), 1, MOST_ATOMS);
    }
  }
}
