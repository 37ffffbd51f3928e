package dev.fruits.emr;

import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.LaunchListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that it is told. */
final class RecordingListener implements LaunchListener {
    final List<String> lines = new ArrayList<>();
    final List<String> progress = new ArrayList<>();
    int refusals;
    final List<ClusterRun> began = new ArrayList<>();

    @Override
    public void said(String line) {
        lines.add(line);
    }

    @Override
    public void progress(String step, long done, long total) {
        progress.add(step + " " + done + "/" + total);
    }

    @Override
    public void refused() {
        refusals++;
    }

    @Override
    public void began(ClusterRun run) {
        began.add(run);
    }
}
