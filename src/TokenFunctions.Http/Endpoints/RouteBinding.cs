namespace TokenFunctions.Http.Endpoints;

/// <summary>A route and what serves it.</summary>
/// <param name="Route">The route.</param>
/// <param name="Bind">Gets the handler from the app's services, once, when the routes are mapped.</param>
internal sealed record RouteBinding(ApiRoute Route, Func<IServiceProvider, Handler> Bind);
