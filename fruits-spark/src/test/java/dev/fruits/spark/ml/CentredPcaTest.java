package dev.fruits.spark.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentredPcaTest {
    private static final float[][] DATA = PcaReducerContract.decaying(300, 12, 4);

    @TempDir
    Path folder;

    private final Dataset<Row> vectors = vectors(DATA).repartition(3);

    @Test
    void it_fits_what_every_engine_fits() throws IOException {
        PcaProjection expected = expected(ComponentChoice.components(5));

        CentredPcaModel model = new CentredPca().setK(5).fit(vectors);

        assertThat(model.mean().toArray()).containsExactly(expected.mean(), within(1e-12));
        for (int i = 0; i < 5; i++) {
            assertThat(model.projection().components()[i]).containsExactly(expected.components()[i], within(1e-9));
            assertThat(model.explainedVariance().apply(i))
                    .isCloseTo(expected.explainedVariance().share(i), within(1e-12));
        }
        assertThat(model.projection().rowCount()).isEqualTo(300);
    }

    @Test
    void a_share_of_the_variance_decides_how_many_are_kept() throws IOException {
        assertThat(new CentredPca().setVariance(0.8).fit(vectors).pc().numCols())
                .isEqualTo(expected(ComponentChoice.variance(0.8)).outputDimension());
        assertThat(new CentredPca().fit(vectors).pc().numCols())
                .isEqualTo(expected(ComponentChoice.variance(0.95)).outputDimension());
    }

    @Test
    void vectors_are_centred_and_projected_in_double() {
        CentredPcaModel model = new CentredPca().setK(3).fit(vectors);

        for (Row row : model.transform(vectors).collectAsList()) {
            double[] centred = row.<Vector>getAs("features").toArray();
            for (int j = 0; j < centred.length; j++) {
                centred[j] -= model.mean().apply(j);
            }
            Vector byHand = model.pc().transpose().multiply(Vectors.dense(centred));
            assertThat(row.<Vector>getAs("components").toArray()).containsExactly(byHand.toArray(), within(1e-12));
        }
    }

    @Test
    void components_are_those_of_sparks_own_pca_up_to_their_sign() {
        PCAModel stock =
                new PCA().setK(4).setInputCol("features").setOutputCol("x").fit(vectors);

        CentredPcaModel model = new CentredPca().setK(4).fit(vectors);

        for (int i = 0; i < 4; i++) {
            assertThat(model.explainedVariance().apply(i))
                    .isCloseTo(stock.explainedVariance().apply(i), within(1e-12));
            double sign = Math.signum(model.pc().apply(0, i) * stock.pc().apply(0, i));
            for (int j = 0; j < 12; j++) {
                assertThat(model.pc().apply(j, i)).isCloseTo(sign * stock.pc().apply(j, i), within(1e-9));
            }
        }
    }

    @Test
    void sparks_own_stages_do_the_same_once_they_are_made_of_it() throws IOException {
        CentredPcaModel model = new CentredPca().setK(4).fit(vectors);
        String path = folder.resolve("stock").toString();
        model.toStockStages().save(path);

        List<Row> stock =
                PipelineModel.load(path).transform(vectors.coalesce(1)).collectAsList();

        List<Row> ours = model.transform(vectors.coalesce(1)).collectAsList();
        assertThat(stock).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(stock.get(i).<Vector>getAs("components").toArray())
                    .containsExactly(ours.get(i).<Vector>getAs("components").toArray(), within(1e-12));
        }
    }

    @Test
    void rows_without_a_vector_take_no_part_and_stay_without() {
        Dataset<Row> withNull = vectors.union(dataset(List.of(RowFactory.create((Object) null))));

        CentredPcaModel model = new CentredPca().setK(2).fit(withNull);

        assertThat(model.projection().rowCount()).isEqualTo(300);
        assertThat(model.transform(withNull).filter("components is null").count())
                .isOne();
    }

    @Test
    void digits_beyond_single_precision_are_kept() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(RowFactory.create(Vectors.dense(1e9 + i % 2, i % 2)));
        }

        CentredPcaModel model = new CentredPca().setK(1).fit(dataset(rows));

        assertThat(model.projection().explainedVariance().variance(0)).isCloseTo(50.0 / 99, within(1e-9));
    }

    @Test
    void a_saved_model_loads_to_the_bit() throws IOException {
        CentredPcaModel model = new CentredPca().setK(4).setOutputCol("pca").fit(vectors);
        String path = folder.resolve("model").toString();
        model.save(path);

        CentredPcaModel loaded = CentredPcaModel.load(path);

        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.projection()).isEqualTo(model.projection());
        assertThat(loaded.transform(vectors).columns()).containsExactly("features", "pca");
    }

    @Test
    void what_is_saved_as_something_else_is_refused() throws IOException {
        String path = folder.resolve("estimator").toString();
        new CentredPca().setK(7).save(path);

        CentredPca loaded = CentredPca.load(path);
        assertThat(loaded.getOrDefault(loaded.k())).isEqualTo(7);
        assertThatThrownBy(() -> CentredPcaModel.load(path))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(path + ": contains a CentredPca, not a CentredPcaModel; load it with its own class");
    }

    @Test
    void a_pipeline_of_both_stages_fits_saves_and_loads() throws IOException {
        Dataset<Row> images = ImageFeaturizerTest.images(40).repartition(2);
        Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {
            new ImageFeaturizer().setModel(ByteModels.NAME), new CentredPca().setK(3)
        });
        String path = folder.resolve("pipeline").toString();

        PipelineModel fitted = pipeline.fit(images);
        fitted.save(path);

        List<Row> rows =
                PipelineModel.load(path).transform(images).orderBy("path").collectAsList();
        List<Row> before = fitted.transform(images).orderBy("path").collectAsList();
        assertThat(rows).hasSize(40).isEqualTo(before);
        assertThat(rows).allMatch(row -> row.<Vector>getAs("components").size() == 3);
    }

    @Test
    void parameters_and_parent_go_with_a_copy() {
        CentredPca pca = new CentredPca().setK(2);

        CentredPcaModel model = pca.fit(vectors, new ParamMap().put(pca.k(), 6));

        assertThat(model.pc().numCols()).isEqualTo(6);
        assertThat(model.uid()).isEqualTo(pca.uid());
        assertThat(model.copy(ParamMap.empty()).hasParent()).isTrue();
        assertThat(model.copy(ParamMap.empty()).projection()).isEqualTo(model.projection());
    }

    @Test
    void k_of_a_parameter_map_replaces_a_variance_that_was_set_and_the_reverse() {
        CentredPca share = new CentredPca().setVariance(0.5);
        assertThat(share.fit(vectors, new ParamMap().put(share.k(), 6)).pc().numCols())
                .isEqualTo(6);
        assertThat(share.getVariance()).isEqualTo(0.5);

        CentredPca number = new CentredPca().setK(6);
        assertThat(number.fit(vectors, new ParamMap().put(number.variance(), 1.0))
                        .pc()
                        .numCols())
                .isEqualTo(12);
        ParamMap both = new ParamMap().put(number.variance(), 1.0).put(number.k(), 2);
        assertRefused(() -> number.fit(vectors, both), "k 2 and variance 1.0 are both set");
    }

    @Test
    void a_value_is_validated_when_it_is_set() {
        assertRefused(() -> new CentredPca().setK(-1), "pca -1: must be at least 1");
        assertRefused(() -> new CentredPca().setVariance(1.5), "variance 1.5");
        assertThat(new CentredPca().setK(3).getK()).isEqualTo(3);
        assertThat(new CentredPca())
                .extracting(CentredPca::getInputCol, CentredPca::getOutputCol, CentredPca::getVariance)
                .containsExactly("features", "components", 0.95);
    }

    @Test
    void a_column_that_cannot_be_read_is_refused_in_one_line() {
        StructType schema = new StructType()
                .add("path", DataTypes.StringType)
                .add("features", DataTypes.createArrayType(DataTypes.FloatType));

        assertThatThrownBy(() -> new CentredPca().setInputCol("cnn").transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'cnn' is missing; columns are: path, features");
        assertThatThrownBy(() -> new CentredPca().transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'features' is of type array<float>, not vector; make a vector of it, as"
                        + " org.apache.spark.ml.functions.array_to_vector does of an array");
    }

    @Test
    void what_cannot_be_fitted_is_refused() {
        CentredPca pca = new CentredPca().setK(3);

        assertRefused(() -> pca.fit(dataset(List.of())), "column 'features': contains no vectors");
        assertRefused(
                () -> pca.fit(dataset(List.of(row(1, 2, 3), row(4, 5, 6)))),
                "pca 3: 2 images span at most 1 component");
        assertRefused(
                () -> pca.fit(dataset(List.of(row(1, 2, 3), row(4, 5), row(0, 0, 0), row(1, 1, 1)))),
                "a vector of 2 values, the first had 3");
        assertRefused(
                () -> pca.fit(dataset(List.of(row(1, 2, 3), row(4, Double.NaN, 6), row(0, 0, 0), row(1, 1, 1)))),
                "column 'features': the value of a vector is not finite");
        assertRefused(
                () -> new CentredPca().setK(2).setVariance(0.5).fit(vectors), "k 2 and variance 0.5 are both set");
        assertThatThrownBy(() -> new CentredPcaModel("x").transform(vectors))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no components");
    }

    private static void assertRefused(ThrowingCallable fit, String message) {
        assertThatThrownBy(fit).isInstanceOf(WrongUseException.class).hasMessageContaining(message);
    }

    private static PcaProjection expected(ComponentChoice choice) throws IOException {
        return PcaFit.of(InMemoryFeatureTable.of(DATA), choice, new BlockedEigenSolver(1));
    }

    private static Row row(double... values) {
        return RowFactory.create(Vectors.dense(values));
    }

    private static Dataset<Row> vectors(float[][] data) {
        List<Row> rows = new ArrayList<>();
        for (float[] values : data) {
            double[] doubles = new double[values.length];
            for (int j = 0; j < values.length; j++) {
                doubles[j] = values[j];
            }
            rows.add(row(doubles));
        }
        return dataset(rows);
    }

    private static Dataset<Row> dataset(List<Row> rows) {
        return LocalSpark.session()
                .createDataFrame(rows, new StructType().add("features", SQLDataTypes.VectorType(), true));
    }
}
