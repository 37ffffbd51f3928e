package dev.fruits.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The SDK itself looks for credentials in profiles that a user may have. */
class AwsErrorTest {
    private static final List<String> PROPERTIES = List.of(
            "aws.configFile", "aws.sharedCredentialsFile", "aws.profile", "aws.disableEc2Metadata", "user.home");

    @TempDir
    Path home;

    private final String realHome = System.getProperty("user.home");

    @BeforeEach
    void a_machine_of_its_own() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.setProperty("aws.configFile", home.resolve("config").toString());
        System.setProperty(
                "aws.sharedCredentialsFile", home.resolve("credentials").toString());
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void as_it_was() {
        PROPERTIES.forEach(System::clearProperty);
        System.setProperty("user.home", realHome);
    }

    /** Each test has a port of its own, and so a client of its own. */
    private String message(int port, String profile, String config) throws IOException {
        Files.writeString(home.resolve("config"), config);
        if (!profile.isEmpty()) {
            System.setProperty("aws.profile", profile);
        }
        S3Objects objects =
                new S3Objects(new StoreSettings("eu-west-3", "http://127.0.0.1:" + port, true, null, null, null));
        IOException e =
                catchThrowableOfType(IOException.class, () -> objects.exists(new Location("s3://fruits/photos/1.jpg")));
        return String.valueOf(e.getMessage());
    }

    @Test
    void a_profile_that_does_not_exist_is_named() throws IOException {
        assertThat(message(1, "nosuch", "[profile other]\nregion = eu-west-3\n"))
                .isEqualTo("file s3://fruits/photos/1.jpg: no profile 'nosuch' in " + home.resolve("config")
                        + "; correct AWS_PROFILE ('aws configure list-profiles' lists the profiles)");
    }

    @Test
    void a_profile_that_is_not_signed_in_is_told_how() throws IOException {
        assertThat(message(2, "work", """
                        [profile work]
                        sso_session = house
                        sso_account_id = 123456789012
                        sso_role_name = reader
                        [sso-session house]
                        sso_region = eu-west-3
                        sso_start_url = https://house.awsapps.com/start
                        """))
                .isEqualTo("file s3://fruits/photos/1.jpg: profile 'work' is not signed in, or its session has"
                        + " expired; run 'aws sso login --profile work'");
    }

    @Test
    void a_session_that_has_expired_is_told_how_to_sign_in_again() throws IOException {
        Path cache = Files.createDirectories(home.resolve(".aws/sso/cache"));
        // SHA-1 of the start URL, as the SDK names the file
        Files.writeString(
                cache.resolve("bcbc9e7dda805d8e5a3ff08227ad98dd6eb1999a.json"),
                "{\"accessToken\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");
        assertThat(message(3, "old", """
                        [profile old]
                        sso_start_url = https://house.awsapps.com/start
                        sso_region = eu-west-3
                        sso_account_id = 123456789012
                        sso_role_name = reader
                        """)).endsWith("run 'aws sso login --profile old'");
    }

    @Test
    void a_profile_of_aws_login_is_told_how_to_export_credentials() throws IOException {
        assertThat(message(4, "", "[default]\nlogin_session = arn:aws:iam::123456789012:user/mia\n"))
                .contains("profile 'default' signs in with 'aws login'", "aws configure export-credentials");
    }

    @Test
    void a_process_that_gives_no_credentials_is_named() throws IOException {
        assertThat(message(5, "tool", "[profile tool]\ncredential_process = /no/such/program\n"))
                .contains("the credential_process of profile 'tool' gives no credentials");
    }

    @Test
    void a_role_whose_source_is_not_signed_in_names_that_profile() throws IOException {
        assertThat(message(6, "admin", """
                        [profile admin]
                        role_arn = arn:aws:iam::123456789012:role/admin
                        source_profile = base
                        [profile base]
                        region = eu-west-3
                        """)).contains("aws sts get-caller-identity --profile base");
    }

    @Test
    void a_machine_without_any_profile_is_told_so() throws IOException {
        assertThat(message(7, "", ""))
                .isEqualTo("file s3://fruits/photos/1.jpg: no AWS credentials on this machine; set AWS_PROFILE or"
                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, run 'aws configure', or give the machine a"
                        + " role");
    }

    @Test
    void a_response_without_code_body_and_headers_has_empty_values() {
        S3Exception bare = (S3Exception) S3Exception.builder().statusCode(503).build();

        assertThat(AwsError.code(bare)).isEmpty();
        assertThat(AwsError.message(bare)).isEmpty();
        assertThat(AwsError.header(bare, "x-amz-bucket-region")).isEmpty();
        assertThat(AwsError.credentials(bare)).isEmpty();
        assertThat(AwsError.isThrottled(bare)).isTrue();
    }

    @Test
    void an_exception_without_a_message_is_still_a_line() {
        SdkClientException bare = SdkClientException.builder().build();

        assertThat(AwsError.connection(bare))
                .isEqualTo("the request failed (SdkClientException); check the network, then run again");
    }

    @Test
    void secrets_are_hidden_and_names_are_not() {
        assertThat(AwsError.printable(
                        "key AKIAABCDEFGHIJKLMNOP secret " + "aB3/".repeat(10) + " part " + "aB3/".repeat(8)))
                .isEqualTo("key … secret … part …");
        assertThat(AwsError.printable("role/EMR_EC2_DefaultRole in subnet-0123456789abcdef0"))
                .isEqualTo("role/EMR_EC2_DefaultRole in subnet-0123456789abcdef0");
    }
}
