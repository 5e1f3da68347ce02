package org.enf.core.cli;

import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.ScheduleSettings.Decay;
import picocli.CommandLine.Option;

/** The options that say how the learning rate changes. */
final class ScheduleOptions {
  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Let the learning rate rise over the first N steps (default: 0).")
  private Long warmUp;

  @Option(
      names = "--decay",
      paramLabel = "KIND",
      description =
          "How the learning rate falls: none; cosine, to zero at the end of the last epoch; or"
              + " cosine-in-time, to zero at the end of --time-limit if that comes first (default:"
              + " none, with --objective fm cosine-in-time). With cosine a run that goes on cannot change"
              + " --epochs, and one that a time limit ends has not come to the end of its schedule.")
  private String decay;

  @Option(
      names = "--decay-steps",
      paramLabel = "N",
      description = "Let the cosine reach zero at step N in place of the last one.")
  private Long decaySteps;

  /** The settings. */
  ScheduleSettings settings(Choice choice, ScheduleSettings otherwise) {
    long rising = choice.of("--warm-up", warmUp, otherwise.warmUpSteps());
    Decay falling = choice.of("--decay", decay(otherwise), otherwise.decay());
    long end = choice.of("--decay-steps", decaySteps, otherwise.decayStep());
    if (decaySteps != null && falling != Decay.COSINE) {
      throw CommandException.usage("--decay-steps belongs to --decay cosine");
    }
    return CommandException.usageIfIllegal(() -> new ScheduleSettings(rising, falling, end));
  }

  /** A step to end at is said of a cosine; a decay that none of this is said of stays as it is. */
  private Decay decay(ScheduleSettings otherwise) {
    Decay given = EnumText.parse(Decay.class, "decay", decay);
    boolean implied = decaySteps != null && otherwise.decay() == Decay.COSINE_IN_TIME;
    return given == null && implied ? Decay.COSINE : given;
  }
}
