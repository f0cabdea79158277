using TokenFunctions.Package;

if (PackageOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(PackageOptions.Usage);
    return 64;
}

try
{
    await new PackageRun(Directory.GetCurrentDirectory(), Console.Out).RunAsync(options);
    return 0;
}
catch (PackageException e)
{
    Console.Error.WriteLine($"error : {e.Message}");
    return 1;
}
