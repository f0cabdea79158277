using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.OpenApi;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A route, what it is and what serves it.</summary>
/// <param name="Route">The route.</param>
/// <param name="Bind">Gets what serves it from the app's services, once, at the route's first request.</param>
internal sealed record RouteBinding(ApiRoute Route, Func<IServiceProvider, RequestDelegate> Bind)
{
    /// <summary>What the contract says of it.</summary>
    public RouteDescription Description => RouteDescriptions.Of(Route);

    /// <summary>A route whose handler leaves the writing to others.</summary>
    public static RouteBinding Of(ApiRoute route, Func<IServiceProvider, Handler> bind)
    {
        var takesBody = route.TakesBody || route.IsAnonymous;
        return new RouteBinding(route, services =>
        {
            var (handler, writer) = (bind(services), services.GetRequiredService<AnswerWriter>());
            return async context => await writer.WriteAsync(
                context,
                !takesBody && MediaRule.HasBody(context) ? InputProblem.UnexpectedBody() : await handler(context));
        });
    }
}
