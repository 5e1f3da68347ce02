package org.enf.core.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.TraceMethod;
import org.enf.core.flow.matching.LinearPath;
import org.enf.core.flow.matching.ProbabilityPath;
import org.enf.core.flow.matching.TimeDistribution;
import org.enf.core.flow.matching.TrigonometricPath;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LossSettings;
import org.enf.core.training.MatchingSettings;

/**
 * Settings and provenance as JSON: records by their components' names, and beside them the kind
 * where there are several.
 */
public final class ModelJson {
  /** The property that names the kind. */
  static final String KIND = "kind";

  /** The kind of {@link EgnnSettings}. */
  static final String EGNN = "egnn";

  /** The kind of Hutchinson's estimator. */
  static final String HUTCHINSON = "hutchinson";

  /** The kind of {@link LikelihoodSettings}. */
  static final String LIKELIHOOD = "likelihood";

  /** The kind of {@link Provenance.Trained}. */
  static final String TRAINED = "trained";

  /** Reads nothing that it would not write. */
  static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addMixIn(NetworkSettings.class, KindOfNetwork.class)
          .addMixIn(ClippingSettings.Rule.class, KindOfClipping.class)
          .addMixIn(LossSettings.class, KindOfLoss.class)
          .addMixIn(ProbabilityPath.class, KindOfPath.class)
          .addMixIn(TimeDistribution.class, KindOfTimes.class)
          .addMixIn(TraceMethod.class, KindOfTrace.class)
          .addMixIn(Provenance.class, KindOfProvenance.class)
          .build();

  private ModelJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EgnnSettings.class, name = EGNN),
    @JsonSubTypes.Type(value = GnnSettings.class, name = "gnn")
  })
  private interface KindOfNetwork {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ClippingSettings.None.class, name = "none"),
    @JsonSubTypes.Type(value = ClippingSettings.GlobalNorm.class, name = "global norm"),
    @JsonSubTypes.Type(value = ClippingSettings.Adaptive.class, name = "adaptive")
  })
  private interface KindOfClipping {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LikelihoodSettings.class, name = LIKELIHOOD),
    @JsonSubTypes.Type(value = MatchingSettings.class, name = "matching")
  })
  private interface KindOfLoss {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LinearPath.class, name = "linear"),
    @JsonSubTypes.Type(value = TrigonometricPath.class, name = "trigonometric")
  })
  private interface KindOfPath {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TimeDistribution.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = TimeDistribution.LogitNormal.class, name = "logit-normal")
  })
  private interface KindOfTimes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TraceMethod.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = TraceMethod.Hutchinson.class, name = HUTCHINSON)
  })
  private interface KindOfTrace {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Provenance.Trained.class, name = TRAINED),
    @JsonSubTypes.Type(value = Provenance.Imported.class, name = "imported")
  })
  private interface KindOfProvenance {}

  /** Settings or provenance as they stand in a model file. */
  public static JsonNode of(Object value) {
    return STRICT.valueToTree(value);
  }
}
