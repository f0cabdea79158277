using System.Globalization;
using System.Reflection;

namespace TokenFunctions.Client.Tests.Api;

/// <summary>Names of types and parameters as the public API's text has them.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    public static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    public static string Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)) || type.IsGenericTypeDefinition) return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        // What each record has says nothing.
        var bases = type.GetInterfaces().Except(inherited).Except([typeof(IEquatable<>).MakeGenericType(type)])
            .Select(Of).Order(StringComparer.Ordinal);
        string[] parent = type.BaseType is { } own && own != typeof(object) && own != typeof(ValueType) ? [Of(own)] : [];
        var all = string.Join(", ", parent.Concat(bases));
        return all.Length == 0 ? "" : $" : {all}";
    }

    public static string Of(Type type)
    {
        if (type.IsByRef) return $"ref {Of(type.GetElementType()!)}";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Of(value)}?";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        var own = type.FullName is { } full && !type.IsGenericType ? full : $"{type.Namespace}.{type.Name}";
        var tick = own.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? own : $"{own[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    public static string Generic(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>"
        : "";

    public static string Of(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : "";
        var type = parameter.IsOut ? Of(parameter.ParameterType)["ref ".Length..] : Of(parameter.ParameterType);
        var usual = parameter.HasDefaultValue
            ? string.Create(CultureInfo.InvariantCulture, $" = {parameter.RawDefaultValue ?? "null"}")
            : "";
        return $"{way}{type} {parameter.Name}{usual}";
    }
}
