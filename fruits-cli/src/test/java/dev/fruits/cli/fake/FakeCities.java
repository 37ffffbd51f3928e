package dev.fruits.cli.fake;

import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.LocationReport;
import dev.fruits.core.store.ResidencyInspector;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A city in the location says where it is; Paris if there is none. */
final class FakeCities implements ResidencyInspector {
    private static final Map<String, Jurisdiction> CITIES = Map.of(
            "paris", Jurisdiction.EU,
            "london", Jurisdiction.EU_ADEQUATE,
            "virginia", Jurisdiction.ELSEWHERE,
            "nowhere", Jurisdiction.UNKNOWN);

    @Override
    public LocationReport inspect(String option, Location location) throws IOException {
        if (location.text().contains("unreachable")) {
            throw new IOException(option + " " + location + ": does not answer");
        }
        String city = CITIES.keySet().stream()
                .filter(location.text()::contains)
                .findFirst()
                .orElse("paris");
        List<String> warnings =
                location.text().contains("public") ? List.of(option + " " + location + ": is public") : List.of();
        return new LocationReport(city.equals("nowhere") ? "" : city, jurisdiction(city), true, warnings);
    }

    @Override
    public Jurisdiction jurisdiction(String region) {
        return CITIES.getOrDefault(region, Jurisdiction.UNKNOWN);
    }

    @Override
    public String regionOfKey(String key) {
        return key.startsWith("key:") ? key.substring("key:".length()) : "";
    }
}
