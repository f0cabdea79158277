using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>Where telemetry goes, by the standard variables.</summary>
public sealed class OtlpReaderTests
{
    [Fact]
    public void Nothing_is_sent_unless_an_endpoint_is_set()
    {
        Assert.False(Given.Read().Otlp.IsOn);
        Assert.False(Given.Read(("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_SERVICE_NAME", "x")).Otlp.IsOn);
    }

    [Fact]
    public void One_endpoint_for_all_gets_the_paths_of_each_kind_by_HTTP_and_none_by_gRPC()
    {
        var http = Given.Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318/base/"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")).Otlp;
        var grpc = Given.Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4317")).Otlp;

        Assert.Equal(
            ["http://c:4318/base/v1/traces", "http://c:4318/base/v1/metrics", "http://c:4318/base/v1/logs"],
            [http.Traces!.Endpoint.AbsoluteUri, http.Metrics!.Endpoint.AbsoluteUri, http.Logs!.Endpoint.AbsoluteUri]);
        Assert.Equal((true, "http://c:4317/"), (grpc.Logs!.IsGrpc, grpc.Logs.Endpoint.AbsoluteUri));
    }

    [Fact]
    public void What_is_set_for_one_kind_holds_for_it_alone_and_is_taken_as_it_is()
    {
        var read = Given.Read(
            ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://p:9090/api/v1/otlp/v1/metrics"), ("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "a=1"), ("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "b=2"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "500")).Otlp;

        Assert.Equal((null, null), (read.Traces, read.Logs));
        Assert.Equal(new OtlpTarget(new Uri("http://p:9090/api/v1/otlp/v1/metrics"), false) { Headers = "b=2", TimeoutMs = 500 }, read.Metrics);
    }

    [Fact]
    public void All_and_single_kinds_can_be_turned_off()
    {
        Assert.False(Given.Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"), ("OTEL_SDK_DISABLED", "true")).Otlp.IsOn);
        var read = Given.Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"), ("OTEL_LOGS_EXPORTER", "none")).Otlp;

        Assert.Equal((true, true, false), (read.Traces is not null, read.Metrics is not null, read.Logs is not null));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "planted")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://planted")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "https://user:planted@c")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "planted")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "planted")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "planted")]
    [InlineData("OTEL_TRACES_EXPORTER", "planted")]
    public void What_cannot_be_used_stops_the_start_and_is_named_once_and_not_quoted(string name, string value)
    {
        var fault = name == "OTEL_EXPORTER_OTLP_ENDPOINT"
            ? Given.Fault((name, value))
            : Given.Fault(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"), (name, value));

        Assert.Equal(2, fault.Split(name).Length);
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_does_not_show_its_headers()
    {
        Assert.Equal("http://c:1", new OtlpTarget(new Uri("http://c:1/v1/traces"), false) { Headers = "key=planted" }.ToString());
    }
}
