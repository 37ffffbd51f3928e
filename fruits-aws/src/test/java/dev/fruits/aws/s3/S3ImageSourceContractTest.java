package dev.fruits.aws.s3;

import dev.fruits.core.contract.ImageSourceContract;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.util.Map;

/** In a bucket of a server that checks signatures. */
class S3ImageSourceContractTest extends ImageSourceContract {
    private final String prefix = SharedServer.newPrefix();

    @Override
    protected ImageSource source(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            SharedServer.put(prefix + "/" + file.getKey(), file.getValue());
        }
        return sameSource();
    }

    @Override
    protected ImageSource sameSource() {
        try {
            return new S3ImageSource(
                    SharedServer.location(prefix), SharedServer.server().settings());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void remove(String path) {
        SharedServer.delete(prefix + "/" + path);
    }
}
