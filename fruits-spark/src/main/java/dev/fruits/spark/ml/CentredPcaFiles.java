package dev.fruits.spark.ml;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;

/**
 * The files of a saved model: Spark's {@code metadata}, and beside it {@code data}, Parquet of one row with the rows
 * fitted, {@code mean}, {@code pc} (d × k, as in Spark's own model) and the variance of all d directions.
 */
final class CentredPcaFiles {
    private static final StructType SCHEMA = new StructType()
            .add("rows", DataTypes.LongType, false)
            .add("mean", SQLDataTypes.VectorType(), false)
            .add("pc", SQLDataTypes.MatrixType(), false)
            .add("variances", SQLDataTypes.VectorType(), false);

    private CentredPcaFiles() {}

    private static String data(String path) {
        return path.endsWith("/") ? path + "data" : path + "/data";
    }

    /** Saves. */
    static final class Writer extends MLWriter {
        private final CentredPcaModel model;

        Writer(CentredPcaModel model) {
            this.model = model;
        }

        @Override
        public void saveImpl(String path) {
            PcaProjection projection = model.projection();
            new DefaultParamsWriter(model).saveImpl(path);
            Row row = RowFactory.create(
                    projection.rowCount(),
                    model.mean(),
                    model.pc(),
                    Vectors.dense(projection.explainedVariance().toArray()));
            sparkSession()
                    .createDataFrame(List.of(row), SCHEMA)
                    .repartition(1)
                    .write()
                    .parquet(data(path));
        }
    }

    /** Loads. */
    static final class Reader extends MLReader<CentredPcaModel> {
        @Override
        public CentredPcaModel load(String path) {
            Object saved = new DefaultParamsReader<>().load(path);
            if (!(saved instanceof CentredPcaModel bare)) {
                throw new WrongUseException(path + ": contains a "
                        + saved.getClass().getSimpleName() + ", not a CentredPcaModel; load it with its own class");
            }
            Row row = sparkSession().read().parquet(data(path)).head();
            return bare.copyValues(new CentredPcaModel(bare.uid(), projection(row)), ParamMap.empty());
        }

        private static PcaProjection projection(Row row) {
            long rows = row.getAs("rows");
            Vector mean = row.getAs("mean");
            Matrix pc = row.getAs("pc");
            Vector variances = row.getAs("variances");
            double[][] components = new double[pc.numCols()][];
            Iterator<Vector> columns = pc.colIter();
            Arrays.setAll(components, i -> columns.next().toArray());
            return PcaProjection.of(mean.toArray(), components, ExplainedVariance.of(variances.toArray(), rows), rows);
        }
    }
}
