package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.emr.plan.ClusterSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RolesTemplateTest {
    private static Map<?, ?> template(ClusterSpec spec) {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                        .loadFromString(RolesTemplate.of(spec));
    }

    private static Object at(Object tree, String... path) {
        Object here = tree;
        for (String key : path) {
            here = Objects.requireNonNull(((Map<?, ?>) here).get(key), key);
        }
        return here;
    }

    /** Every statement of a policy anywhere in the template. */
    private static List<Map<?, ?>> statements(Object tree) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            if (map.containsKey("Effect")) {
                found.add(map);
            }
            map.values().forEach(value -> found.addAll(statements(value)));
        } else if (tree instanceof Collection<?> items) {
            items.forEach(item -> found.addAll(statements(item)));
        }
        return found;
    }

    /** Names that a reference means. */
    private static void collect(Object tree, String key, Collection<String> into) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals(key)) {
                    into.add(value instanceof List<?> list ? String.valueOf(list.get(0)) : String.valueOf(value));
                }
                collect(value, key, into);
            });
        } else if (tree instanceof Collection<?> items) {
            items.forEach(item -> collect(item, key, into));
        }
    }

    @Test
    void places_and_names_are_those_of_the_specification() {
        Map<?, ?> template = template(Specs.encrypted());

        assertThat(at(template, "Parameters", "ImagesBucket", "Default")).isEqualTo("p8-data");
        assertThat(at(template, "Parameters", "ImagesPrefix", "Default")).isEqualTo("Test");
        assertThat(at(template, "Parameters", "ResultsPrefix", "Default")).isEqualTo("Mia's results");
        assertThat(at(template, "Parameters", "JobBucket", "Default")).isEqualTo("p8-fruits");
        assertThat(at(template, "Parameters", "JobPrefix", "Default")).isEqualTo("runs/first");
        assertThat(at(template, "Parameters", "KmsKey", "Default")).isEqualTo(Specs.KEY);
        assertThat(at(template, "Resources", "ServiceRole", "Properties", "RoleName"))
                .isEqualTo("fruits-service");
        assertThat(at(template, "Resources", "MachineProfile", "Properties", "InstanceProfileName"))
                .isEqualTo("fruits-machine");
        assertThat(at(template, "Resources", "Encryption", "Properties", "Name"))
                .isEqualTo("fruits-encryption");
        assertThat(RolesTemplate.of(Specs.plain())).doesNotContainPattern("@[a-z-]+@");
    }

    @Test
    void no_policy_touches_everything() {
        List<Map<?, ?>> statements = statements(template(Specs.encrypted()));

        assertThat(statements).hasSizeGreaterThan(10).allSatisfy(statement -> {
            assertThat(statement.get("Effect")).isEqualTo("Allow");
            assertThat(String.valueOf(statement.get("Action"))).doesNotContain("*");
            if (!statement.containsKey("Principal")) {
                assertThat(statement.get("Resource"))
                        .isNotNull()
                        .isNotEqualTo("*")
                        .isNotEqualTo(List.of("*"));
            }
        });
    }

    @Test
    void images_are_read_and_never_written() {
        List<Map<?, ?>> ofImages = statements(template(Specs.plain())).stream()
                .filter(statement -> String.valueOf(statement.get("Resource")).contains("${ImagesBucket}"))
                .toList();

        assertThat(ofImages)
                .hasSize(2)
                .allSatisfy(statement ->
                        assertThat(String.valueOf(statement.get("Action"))).isIn("s3:ListBucket", "s3:GetObject"));
    }

    @Test
    void machines_read_the_certificates_where_there_are_any_and_nothing_beside_them() {
        Object policy = at(template(Specs.plain()), "Resources", "CertificatesPolicy");

        assertThat(at(policy, "Condition")).isEqualTo("InTransit");
        assertThat(at(policy, "Properties", "Roles")).isEqualTo(List.of(Map.of("Ref", "MachineRole")));
        assertThat(statements(policy)).singleElement().satisfies(statement -> {
            assertThat(statement.get("Action")).isEqualTo("s3:GetObject");
            assertThat(String.valueOf(statement.get("Resource")))
                    .isEqualTo("{Fn::Join=[, [{Fn::Sub=arn:${AWS::Partition}:s3:::},"
                            + " {Fn::Select=[1, {Fn::Split=[s3://, {Ref=InTransitCertificates}]}]}]]}");
        });
    }

    @Test
    void a_bucket_is_listed_below_a_prefix_only() {
        assertThat(statements(template(Specs.plain())))
                .filteredOn(statement -> "s3:ListBucket".equals(statement.get("Action")))
                .hasSize(3)
                .allSatisfy(statement ->
                        assertThat(String.valueOf(statement.get("Condition"))).contains("s3:prefix"));
    }

    @Test
    void every_reference_has_what_it_means() {
        Map<?, ?> template = template(Specs.plain());
        Collection<String> meant = new TreeSet<>();
        collect(template, "Ref", meant);
        collect(template, "Fn::GetAtt", meant);
        meant.removeIf(name -> name.startsWith("AWS::"));
        Collection<Object> there = new ArrayList<>(((Map<?, ?>) at(template, "Resources")).keySet());
        there.addAll(((Map<?, ?>) at(template, "Parameters")).keySet());
        Collection<String> conditions = new TreeSet<>();
        collect(template, "Fn::If", conditions);

        assertThat(meant)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(there).contains(name));
        assertThat(conditions).isNotEmpty();
        assertThat(((Map<?, ?>) at(template, "Conditions")).keySet()).isEqualTo(conditions);
    }
}
