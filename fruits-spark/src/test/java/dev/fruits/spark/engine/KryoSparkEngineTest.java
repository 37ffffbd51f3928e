package dev.fruits.spark.engine;

import dev.fruits.core.contract.EngineContract;
import dev.fruits.core.engine.Engine;
import dev.fruits.spark.LocalSpark;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same engine in a session that serializes with Kryo. */
class KryoSparkEngineTest extends EngineContract {
    @BeforeAll
    static void a_session_with_kryo() {
        LocalSpark.session().stop();
        SparkConf kryo = LocalSpark.conf().set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        SparkSession.builder().config(kryo).getOrCreate();
    }

    @AfterAll
    static void other_tests_start_their_own() {
        LocalSpark.session().stop();
    }

    @Override
    protected Engine open() {
        return SparkEngine.on(SparkSession.active());
    }
}
