using TokenFunctions.Host;

return await Service.RunAsync(args);
