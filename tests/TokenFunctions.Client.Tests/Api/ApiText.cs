using System.Reflection;
using System.Runtime.CompilerServices;

namespace TokenFunctions.Client.Tests.Api;

/// <summary>The public API of an assembly as text, a line a type and a member, in a fixed order.</summary>
internal static class ApiText
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(Head(type))),
    ];

    private static string Head(Type type) =>
        $"{ApiNames.Kind(type)} {ApiNames.Of(type)}{ApiNames.Bases(type)}";

    private static IEnumerable<string> Members(Type type)
    {
        var members = type.IsSubclassOf(typeof(Delegate)) ? type.GetMethods(Own).Where(m => m.Name == "Invoke")
            : type.GetMembers(Own).Where(member => member is not Type && IsSeen(member));
        return members.Select(member => $"{ApiNames.Of(type)}: {Text(member)}");
    }

    // What the compiler makes of a record or a property says nothing that is not said elsewhere.
    private static bool IsSeen(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && member switch
        {
            FieldInfo field => Reaches(field) && !field.IsSpecialName,
            MethodInfo method => Reaches(method) && !method.IsSpecialName,
            ConstructorInfo constructor => Reaches(constructor),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(Reaches),
            EventInfo added => Reaches(added.AddMethod!),
            _ => false,
        };

    private static bool Reaches(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Reaches(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static string Text(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => $"const {ApiNames.Of(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{ApiNames.Of(field.FieldType)} {field.Name}",
        ConstructorInfo constructor => $".ctor({ApiNames.Of(constructor.GetParameters())})",
        PropertyInfo property => Text(property),
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{ApiNames.Of(method.ReturnType)} "
            + $"{method.Name}{ApiNames.Generic(method)}({ApiNames.Of(method.GetParameters())})",
        _ => member.ToString()!,
    };

    private static string Text(PropertyInfo property)
    {
        var isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        var set = property.SetMethod is { } setter && Reaches(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        return $"{isStatic}{required}{ApiNames.Of(property.PropertyType)} {property.Name} {{ get;{set} }}";
    }
}
