namespace TokenFunctions.Fuzzing.Requests;

/// <summary>How far a request keeps to HTTP itself.</summary>
internal enum Framing
{
    /// <summary>It is HTTP: it must be answered by the app, and the connection goes on.</summary>
    Sound,

    /// <summary>It may be none: the web server may refuse it by itself, and the connection ends.</summary>
    Odd,

    /// <summary>It promises more than is sent: the sender then ends the connection.</summary>
    Open,
}
