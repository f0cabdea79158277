using TokenFunctions.Storage;

namespace TokenFunctions.Renewals.Reading;

/// <summary>What an attempt made of a row, while the store does not take it.</summary>
/// <param name="State">The row as it is to be; a value in it is not sealed, see <see cref="UnsealedValues"/>.</param>
/// <param name="StandsFor">Whether it may still be written over that row: nobody else has renewed the token.</param>
internal sealed record HeldRow(TokenState State, Predicate<TokenState> StandsFor)
{
    /// <summary>Address and generation; never the value.</summary>
    public override string ToString() => $"held {State}";
}
