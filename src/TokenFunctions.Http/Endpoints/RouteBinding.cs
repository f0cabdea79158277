using TokenFunctions.Http.OpenApi;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A route, what it is and what serves it.</summary>
/// <param name="Route">The route.</param>
/// <param name="Bind">Gets the handler from the app's services, once, at the route's first request.</param>
internal sealed record RouteBinding(ApiRoute Route, Func<IServiceProvider, Handler> Bind)
{
    /// <summary>What the contract says of it.</summary>
    public RouteDescription Description => RouteDescriptions.Of(Route);
}
