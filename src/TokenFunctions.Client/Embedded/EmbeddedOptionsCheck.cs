using Microsoft.Extensions.Options;

namespace TokenFunctions.Client.Embedded;

/// <summary>Checks <see cref="EmbeddedOptions"/>.</summary>
internal sealed class EmbeddedOptionsCheck : IValidateOptions<EmbeddedOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmbeddedOptions options)
    {
        var faults = EmbeddedReading.Of(options).Faults;
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
